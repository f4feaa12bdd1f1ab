'use client'

import { useActionState, useRef } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { classes } from '@/components/ui/classes'
import { Field, Select } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { type ActionState, idle } from '@/lib/web/schema'

export type FormChoice = { value: string; label: string }

export type FormField = {
  name: string
  label: string
  value: string
  hint?: string | undefined
  required?: boolean
  type?: 'text' | 'date'
  /** Takes a line of its own. */
  wide?: boolean
  /** A list to choose from, or several under a heading each. */
  choices?: readonly (FormChoice | { heading: string; choices: readonly FormChoice[] })[]
}

type EditFormProps = {
  // biome-ignore lint/suspicious/noExplicitAny: what an act answers leads to another page; here only why it was refused counts
  action: (previous: any, form: FormData) => Promise<ActionState<any>>
  hidden: Record<string, string>
  fields: readonly FormField[]
  save: string
  working: string
  /** How the fields stand: two beside each other, or a line of them. */
  columns?: 'two' | 'line'
  /** Ids of its fields begin so, where a page has more than one form. */
  prefix?: string
}

/** A form of plain fields: says which of them is at fault, and keeps what was typed. Works without script. */
export function EditForm({ action, hidden, fields, save, working, columns = 'two', prefix = '' }: EditFormProps) {
  const [state, submit] = useActionState(action, idle)
  const typed = useRef<FormData>(null)
  const faults = state.status === 'invalid' ? state.fields : {}
  const kept = (name: string, value: string) =>
    state.status === 'idle' || state.status === 'ok' ? value : String(typed.current?.get(name) ?? value)
  return (
    <form
      action={submit}
      onSubmit={({ currentTarget }) => {
        typed.current = new FormData(currentTarget)
      }}
      className="grid gap-4"
    >
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <div
        className={classes(
          'grid items-end gap-x-4 gap-y-3',
          columns === 'two' ? 'sm:grid-cols-2' : 'sm:grid-flow-col sm:auto-cols-fr',
        )}
      >
        {fields.map(({ name, label, value, hint, required, type = 'text', wide, choices }) => {
          const shared = { name, id: `${prefix}${name}`, label, hint, error: faults[name], required }
          const defaultValue = kept(name, value)
          const field = choices ? (
            <Select key={defaultValue} {...shared} defaultValue={defaultValue}>
              {choices.map((choice) => (
                <Options key={'heading' in choice ? choice.heading : choice.value} choice={choice} />
              ))}
            </Select>
          ) : (
            <Field {...shared} type={type} autoComplete="off" defaultValue={defaultValue} />
          )
          return (
            <div key={name} className={classes('min-w-0', wide && 'sm:col-span-2')}>
              {field}
            </div>
          )
        })}
      </div>
      <div>
        <SubmitButton pending={working}>{save}</SubmitButton>
      </div>
    </form>
  )
}

function Options({ choice }: { choice: NonNullable<FormField['choices']>[number] }) {
  if (!('heading' in choice)) return <option value={choice.value}>{choice.label}</option>
  return (
    <optgroup label={choice.heading}>
      {choice.choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </optgroup>
  )
}
