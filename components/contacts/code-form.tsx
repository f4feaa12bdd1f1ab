'use client'

import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type CodeFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  /** The method's own, so that two forms of a page do not share an id. */
  id: string
  words: Record<'label' | 'submit' | 'working' | 'lost', string> & { hint: string }
}

/** Six digits that arrived elsewhere: pasted, typed, or filled in by the phone itself. */
export function CodeForm({ action, hidden, id, words }: CodeFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  return (
    <form action={submit} className="grid gap-3">
      <HiddenFields fields={hidden} />
      {state.status === 'invalid' ? null : <FormTrouble state={state} />}
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-40">
          <Field
            id={`code-${id}`}
            name="code"
            label={words.label}
            hint={words.hint}
            error={state.status === 'invalid' ? state.fields.code : undefined}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            required
            className="font-mono tracking-widest"
          />
        </div>
        <SubmitButton pending={words.working}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
