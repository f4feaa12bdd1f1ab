'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import type { ButtonLook } from '@/components/ui/button-classes'
import { SubmitButton } from '@/components/ui/submit-button'
import { showToast } from '@/components/ui/toast'
import { type ActionState, idle } from '@/lib/web/schema'
import { FormTrouble } from './form-trouble'
import { HiddenFields } from './hidden-fields'

type DoneFormProps = {
  // biome-ignore lint/suspicious/noExplicitAny: what an act answers is not looked at, only whether it was done
  action: (previous: any, form: FormData) => Promise<ActionState<any>>
  hidden: Record<string, string>
  button: string
  /** What its button does, where many on one page say the same. */
  about?: string
  working: string
  /** Said when it is done: in the form, and as a toast where the form is in a dialog that then closes. */
  done: string
  look?: ButtonLook
  /** A wordless form in a row: only its button. */
  small?: boolean
  /** The fields. */
  children?: ReactNode
}

/** One act with one button that says when it is done. In a dialog it then closes the dialog. */
export function DoneForm({
  action,
  hidden,
  button,
  about,
  working,
  done,
  look = 'primary',
  small,
  children,
}: DoneFormProps) {
  const [state, submit] = useActionState(action, idle)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.status !== 'ok') return
    const dialog = form.current?.closest('dialog')
    dialog?.close()
    if (dialog || small) showToast({ text: done })
  }, [state, done, small])
  return (
    <form ref={form} action={submit} className={small ? '' : 'grid gap-4'}>
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {children}
      {state.status === 'ok' && !small ? (
        <p role="status" className="font-medium text-status-done">
          {done}
        </p>
      ) : null}
      <div>
        <SubmitButton look={look} pending={working} aria-label={about}>
          {button}
        </SubmitButton>
      </div>
    </form>
  )
}
