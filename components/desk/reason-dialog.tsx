'use client'

import { FormTrouble } from '@/components/identity/form-trouble'
import { HiddenFields } from '@/components/identity/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/tickets/use-kept-action'
import { buttonClasses } from '@/components/ui/button-classes'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

export type ReasonWords = {
  button: string
  title: string
  text: string
  reason: string
  reasonHint: string
  confirm: string
  keep: string
  working: string
  close: string
  lost: string
}

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
export function ReasonDialog({ id, action, hidden, words, most, required, wide }: ReasonDialogProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  return (
    <>
      <DialogButton opens={id} className={wide ? 'w-full' : undefined}>
        {words.button}
      </DialogButton>
      <Dialog id={id} title={words.title} close={words.close}>
        <form action={submit} className="grid gap-4">
          <HiddenFields fields={hidden} />
          <p>{words.text}</p>
          <FormTrouble state={state} />
          <TextArea
            id={`${id}-reason`}
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={state.status === 'invalid' ? state.fields.reason : undefined}
            defaultValue={state.written?.reason}
            rows={3}
            maxLength={most}
            required={required}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={words.working} whenValid={required}>
              {words.confirm}
            </SubmitButton>
            <button type="submit" formMethod="dialog" formNoValidate className={buttonClasses()}>
              {words.keep}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
