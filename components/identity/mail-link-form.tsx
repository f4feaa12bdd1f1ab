'use client'

import { useActionState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { fill } from '@/lib/i18n/fill'
import { idle, type KeptState } from '@/lib/web/schema'

export type MailLinkWords = {
  email: string
  button: string
  working: string
  sentTitle: string
  /** Holds {email}. */
  sentText: string
  spam: string
  again: string
}

type MailLinkFormProps = {
  action: (previous: KeptState<unknown>, form: FormData) => Promise<KeptState<unknown>>
  marketplace: string
  words: MailLinkWords
}

/** Asks for a link by mail, to sign in or to set a password. The answer is the same for every address. */
export function MailLinkForm({ action, marketplace, words }: MailLinkFormProps) {
  const [state, submit] = useActionState(action, idle)
  const sent = state.status === 'ok'
  const email = state.written?.email
  return (
    <form action={submit} className="grid gap-5">
      <HiddenFields fields={{ marketplace }} />
      <FormTrouble state={state} />
      {sent ? (
        <div role="status" className="grid gap-1 rounded-card bg-status-done-soft p-4 text-status-done">
          <p className="font-strong">{words.sentTitle}</p>
          <p>{fill(words.sentText, { email: email ?? '' })}</p>
          <p className="text-14">{words.spam}</p>
        </div>
      ) : null}
      <Field
        name="email"
        type="email"
        label={words.email}
        error={state.status === 'invalid' ? state.fields.email : undefined}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={email}
      />
      <SubmitButton wide look={sent ? 'secondary' : 'primary'} pending={words.working}>
        {sent ? words.again : words.button}
      </SubmitButton>
    </form>
  )
}
