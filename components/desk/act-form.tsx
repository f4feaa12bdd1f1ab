'use client'

import type { ReactNode } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { classes } from '@/components/ui/classes'

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

/** One act on a ticket or an escalation: its button, and why it could not be done where it could not. */
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
