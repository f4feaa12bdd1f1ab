'use client'

import { useActionState, useEffect, useRef } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { showToast } from '@/components/ui/toast'
import { fill } from '@/lib/i18n/fill'
import { type ActionState, idle } from '@/lib/web/schema'

export type RoleChoice = { value: string; label: string; hint: string }

type InviteFormProps = {
  /** Of the ids of its fields: one of a kind on the page. */
  id: string
  action: (previous: ActionState<unknown>, form: FormData) => Promise<ActionState<unknown>>
  hidden: Record<string, string>
  roles: readonly RoleChoice[]
  /** `done` holds {email}. */
  words: { text: string; name: string; email: string; role: string; submit: string; working: string; done: string }
}

/** Invites one person by mail; stands in a dialog, which closes when the invitation is on its way. */
export function InviteForm({ id, action, hidden, roles, words }: InviteFormProps) {
  const [state, submit] = useActionState(action, idle)
  const form = useRef<HTMLFormElement>(null)
  const typed = useRef<FormData>(null)
  useEffect(() => {
    if (state.status !== 'ok') return
    form.current?.closest('dialog')?.close()
    showToast({ text: fill(words.done, { email: String(typed.current?.get('email') ?? '') }) })
  }, [state, words.done])
  const fields = state.status === 'invalid' ? state.fields : {}
  const was = (name: string) => (state.status === 'ok' ? undefined : String(typed.current?.get(name) ?? ''))
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={({ currentTarget }) => {
        typed.current = new FormData(currentTarget)
      }}
      className="grid gap-4"
    >
      <HiddenFields fields={hidden} />
      <p className="text-14 text-ink-2">{words.text}</p>
      <FormTrouble state={state} />
      <Field
        id={`${id}-name`}
        name="name"
        label={words.name}
        error={fields.name}
        required
        autoComplete="off"
        defaultValue={was('name')}
      />
      <Field
        id={`${id}-email`}
        name="email"
        type="email"
        label={words.email}
        error={fields.email}
        required
        autoComplete="off"
        defaultValue={was('email')}
      />
      <ChoiceGroup id={`${id}-role`} legend={words.role} error={fields.role}>
        {roles.map(({ value, label, hint }, place) => (
          <Choice
            key={value}
            card
            type="radio"
            name="role"
            value={value}
            label={label}
            hint={hint}
            required
            defaultChecked={was('role') ? was('role') === value : place === 0}
          />
        ))}
      </ChoiceGroup>
      <div>
        <SubmitButton pending={words.working}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
