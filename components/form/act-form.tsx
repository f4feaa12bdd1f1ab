'use client'

import type { ReactNode } from 'react'
import { classes } from '@/components/ui/classes'
import { FormTrouble } from './form-trouble'
import { HiddenFields } from './hidden-fields'
import { type KeptAction, useKeptAction } from './use-kept-action'

type ActFormProps = {
  action: KeptAction
  /** Fields that say whose and what: marketplace, membershipId, ticketId or escalationId. */
  hidden: Record<string, string>
  /** Said when the connection broke off. */
  lost: string
  className?: string
  /** Fields and the button. */
  children: ReactNode
}

/** One act on a request or an escalation: its button, and why it could not be done where it could not. Works without script. */
export function ActForm({ action, hidden, lost, className, children }: ActFormProps) {
  const [state, submit] = useKeptAction(action, lost)
  return (
    <form action={submit} className={classes('grid gap-3', className)}>
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {children}
    </form>
  )
}
