'use client'

import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { EditFields, type FieldSpec } from './edit-fields'

type PlainFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  fields: readonly FieldSpec[]
  words: Record<'send' | 'working' | 'lost', string>
}

/** A form of the schedule that is sent in one step. What was typed stays when it is refused. */
export function PlainForm({ action, hidden, fields, words }: PlainFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  return (
    <form action={submit} className="grid gap-5">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <EditFields
        fields={fields}
        faults={state.status === 'invalid' ? state.fields : {}}
        written={state.written}
        lists={state.lists}
      />
      <div>
        <SubmitButton pending={words.working}>{words.send}</SubmitButton>
      </div>
    </form>
  )
}
