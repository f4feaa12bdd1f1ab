'use client'

import { useActionState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { type ActionState, idle } from '@/lib/web/schema'

type PasswordFormProps = {
  action: (previous: ActionState<null>, form: FormData) => Promise<ActionState<null>>
  hidden: Record<string, string>
  /** For the password manager. */
  email: string
  words: {
    text: string
    current: string
    fresh: string
    hint: string
    button: string
    working: string
    saved: string
  }
}

/** Changes one's own password. */
export function PasswordForm({ action, hidden, email, words }: PasswordFormProps) {
  const [state, submit] = useActionState(action, idle)
  const fields = state.status === 'invalid' ? state.fields : {}
  return (
    <form action={submit} className="grid gap-4">
      <HiddenFields fields={hidden} />
      <p className="text-14 text-ink-2">{words.text}</p>
      <FormTrouble state={state} />
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        name="current"
        type="password"
        label={words.current}
        error={fields.current}
        required
        autoComplete="current-password"
      />
      <Field
        name="password"
        type="password"
        label={words.fresh}
        hint={words.hint}
        error={fields.password}
        required
        autoComplete="new-password"
      />
      {state.status === 'ok' ? (
        <p role="status" className="font-medium text-status-done">
          {words.saved}
        </p>
      ) : null}
      <div>
        <SubmitButton pending={words.working}>{words.button}</SubmitButton>
      </div>
    </form>
  )
}
