'use client'

import { ConfirmDialog, type ConfirmWords } from '@/components/form/confirm-dialog'
import type { KeptAction } from '@/components/form/use-kept-action'
import { TextArea } from '@/components/ui/field'

export type ReasonWords = ConfirmWords & { reason: string; reasonHint: string }

type ReasonDialogProps = {
  id: string
  action: KeptAction
  hidden: Record<string, string>
  words: ReasonWords
  /** Characters of the reason. */
  most: number
  required?: boolean
  /** The button takes the whole width. */
  wide?: boolean
}

/** An act that ends something, asked once more and with its reason in words that the partner reads. */
export function ReasonDialog({ words, most, required, ...dialog }: ReasonDialogProps) {
  return (
    <ConfirmDialog
      {...dialog}
      words={words}
      whenValid={required}
      fields={(state) => (
        <TextArea
          id={`${dialog.id}-reason`}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={state.status === 'invalid' ? state.fields.reason : undefined}
          defaultValue={state.written?.reason}
          rows={3}
          maxLength={most}
          required={required}
        />
      )}
    />
  )
}
