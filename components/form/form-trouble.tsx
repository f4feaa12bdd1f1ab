'use client'

import { useEffect, useRef } from 'react'
import { UrgentIcon } from '@/components/ui/icons'
import type { ActionState } from '@/lib/web/schema'

/** Why a form was not taken, above its fields, and read out when the answer comes back. */
export function FormTrouble({ state }: { state: ActionState<unknown> }) {
  const box = useRef<HTMLParagraphElement>(null)
  const message = state.status === 'ok' || state.status === 'idle' ? null : state.message
  useEffect(() => {
    if (message && state) box.current?.focus()
  }, [message, state])
  if (!message) return null
  return (
    <p
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-2 rounded-card border-2 border-status-urgent bg-surface p-3.5 font-medium"
    >
      <UrgentIcon className="mt-0.5 size-5 shrink-0 text-status-urgent" />
      <span className="min-w-0">{message}</span>
    </p>
  )
}
