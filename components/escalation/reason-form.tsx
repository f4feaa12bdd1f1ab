'use client'

import type { ReactNode } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { ButtonLink } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type ReasonFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  /** Where to, when it is not sent after all. */
  cancel: string
  words: Record<'reason' | 'reasonHint' | 'send' | 'cancel' | 'working' | 'lost', string>
  /** What is chosen before the reason. */
  children: ReactNode
}

/** A page by hand: it needs a reason, and what was typed survives a refusal. Works without script. */
export function ReasonForm({ action, hidden, cancel, words, children }: ReasonFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  return (
    <form action={submit} className="grid gap-5">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {children}
      <TextArea
        key={state.fresh}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        required
        rows={4}
        maxLength={4000}
        defaultValue={state.written?.reason}
        error={state.status === 'invalid' ? state.fields.reason : undefined}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pending={words.working}>{words.send}</SubmitButton>
        <ButtonLink href={cancel} look="quiet">
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
