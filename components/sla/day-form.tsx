'use client'

import { useActionState, useRef, useState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { Field, Select } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { type ActionState, idle } from '@/lib/web/schema'

type DayFormProps = {
  // biome-ignore lint/suspicious/noExplicitAny: what an act answers leads to another page
  action: (previous: any, form: FormData) => Promise<ActionState<any>>
  hidden: Record<string, string>
  id: string
  choice: string
  hours: string
  choices: readonly { value: string; label: string }[]
  words: { choice: string; hours: string; hint: string; save: string; working: string }
}

/** What a marketplace makes of one holiday. Hours are asked for where they are chosen; without script, always. */
export function DayForm({ action, hidden, id, choice, hours, choices, words }: DayFormProps) {
  const [state, submit] = useActionState(action, idle)
  const [chosen, choose] = useState<string | null>(null)
  const typed = useRef<FormData>(null)
  const faults = state.status === 'invalid' ? state.fields : {}
  const was = (name: string, value: string) => String(typed.current?.get(name) ?? value)
  return (
    <form
      action={submit}
      onSubmit={({ currentTarget }) => {
        typed.current = new FormData(currentTarget)
      }}
      className="grid max-w-sm gap-3 pt-2"
    >
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <Select
        key={was('choice', choice)}
        id={`${id}-choice`}
        name="choice"
        label={words.choice}
        defaultValue={was('choice', choice)}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      {chosen === null || chosen === 'hours' ? (
        <Field
          id={`${id}-hours`}
          name="hours"
          label={words.hours}
          hint={words.hint}
          error={faults.hours}
          autoComplete="off"
          defaultValue={was('hours', hours)}
        />
      ) : null}
      <div>
        <SubmitButton pending={words.working}>{words.save}</SubmitButton>
      </div>
    </form>
  )
}
