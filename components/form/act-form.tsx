'use client'

import type { ReactNode } from 'react'
import type { ButtonLook } from '@/components/ui/button-classes'
import { SubmitButton } from '@/components/ui/submit-button'
import { FormTrouble } from './form-trouble'
import { HiddenFields } from './hidden-fields'
import { type KeptAction, useKeptAction } from './use-kept-action'

type ActFormProps = {
  action: KeptAction
  /** Fields that say whose and what. */
  hidden: Record<string, string>
  words: { send: ReactNode; sending: string; lost: string }
  look?: ButtonLook
  /** Cannot be sent before its fields are valid (003-14). */
  whenValid?: boolean
  className?: string
  /** Its fields. */
  children?: ReactNode
}

/** A small form of one act: says what went wrong, is sent once, works without script. */
export function ActForm({ action, hidden, words, look, whenValid, className, children }: ActFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  return (
    <form action={submit} className={className ?? 'grid gap-3'}>
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {children}
      <div>
        <SubmitButton look={look ?? 'secondary'} pending={words.sending} whenValid={whenValid}>
          {words.send}
        </SubmitButton>
      </div>
    </form>
  )
}
