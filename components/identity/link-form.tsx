'use client'

import { useActionState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { idle, type KeptState } from '@/lib/web/schema'

type LinkFormProps = {
  action: (previous: KeptState<unknown>, form: FormData) => Promise<KeptState<unknown>>
  /** marketplace and token. */
  hidden: Record<string, string>
  /** The address the link was sent to: lets a password manager file the new password under it. */
  email: string
  /** Asked for only where it is wanted: the name of somebody new. */
  name?: { label: string; hint: string; value: string }
  password?: { label: string; hint: string }
  words: { button: string; working: string }
}

/** What a link from a mail asks before it acts: nothing but the button, or a name and a new password. */
export function LinkForm({ action, hidden, email, name, password, words }: LinkFormProps) {
  const [state, submit] = useActionState(action, idle)
  const fields = state.status === 'invalid' ? state.fields : {}
  return (
    <form action={submit} className="grid gap-5">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {name ? (
        <Field
          name="name"
          label={name.label}
          hint={name.hint}
          error={fields.name}
          required
          autoComplete="name"
          defaultValue={state.written?.name ?? name.value}
        />
      ) : null}
      {password ? (
        <>
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <Field
            name="password"
            type="password"
            label={password.label}
            hint={password.hint}
            error={fields.password}
            required
            autoComplete="new-password"
          />
        </>
      ) : null}
      <SubmitButton wide pending={words.working}>
        {words.button}
      </SubmitButton>
    </form>
  )
}
