'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { SubmitButton } from '@/components/ui/submit-button'
import { showToast } from '@/components/ui/toast'
import { type ActionState, idle } from '@/lib/web/schema'

// biome-ignore lint/suspicious/noExplicitAny: what an act answers is not looked at, only whether it was done
export type Act = (previous: any, form: FormData) => Promise<ActionState<any>>

type FieldsFormProps = {
  action: Act
  hidden: Record<string, string>
  words: { submit: string; working: string; done: string }
  /** `was`: what was typed before it was sent and refused; `faults`: what is wrong with each field. */
  fields: (faults: Readonly<Record<string, string>>, was: (name: string) => string | undefined) => ReactNode
}

/** A form in a dialog that keeps what was typed while it is refused, marks its fields, and closes when it is done. */
export function FieldsForm({ action, hidden, words, fields }: FieldsFormProps) {
  const [state, submit] = useActionState(action, idle as ActionState<unknown>)
  const form = useRef<HTMLFormElement>(null)
  const typed = useRef<FormData>(null)
  useEffect(() => {
    if (state.status !== 'ok') return
    form.current?.closest('dialog')?.close()
    showToast({ text: words.done })
  }, [state, words.done])
  const faults = state.status === 'invalid' ? state.fields : {}
  const was = (name: string) => {
    const value = state.status === 'ok' || state.status === 'idle' ? null : typed.current?.getAll(name).join(' ')
    return value ?? undefined
  }
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={({ currentTarget }) => {
        typed.current = new FormData(currentTarget)
      }}
      className="group/form grid gap-4"
    >
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {fields(faults, was)}
      <div>
        <SubmitButton pending={words.working}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
