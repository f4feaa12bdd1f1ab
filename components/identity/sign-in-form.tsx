'use client'

import { useActionState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { idle, type KeptState } from '@/lib/web/schema'

export type SignInAction = (previous: KeptState<unknown>, form: FormData) => Promise<KeptState<unknown>>

type SignInFormProps = {
  action: SignInAction
  hidden: Record<string, string>
  words: { email: string; password: string; submit: string; working: string }
}

/** Address and password; paste and password managers are welcome (WCAG 3.3.8). Too many attempts: says until when. */
export function SignInForm({ action, hidden, words }: SignInFormProps) {
  const [state, submit] = useActionState(action, idle)
  const fields = state.status === 'invalid' ? state.fields : {}
  return (
    <form action={submit} className="grid gap-5">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <Field
        name="email"
        type="email"
        label={words.email}
        error={fields.email}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={state.written?.email}
      />
      <Field
        name="password"
        type="password"
        label={words.password}
        error={fields.password}
        required
        autoComplete="current-password"
      />
      <SubmitButton wide pending={words.working}>
        {words.submit}
      </SubmitButton>
    </form>
  )
}
