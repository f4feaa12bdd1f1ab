'use client'

import { useEffect } from 'react'

type MarkReadProps = {
  action: (previous: { status: 'idle' }, form: Record<string, unknown>) => Promise<unknown>
  /** Fields that say whose and what: marketplace, membershipId, ticketId. */
  hidden: Record<string, string>
  /** Grows with everything that comes in: what came while the page stood open is read too. */
  version: number
}

/** Looked at this long, in milliseconds, a request counts as read: leafing through it with j and k does not. */
const LOOKED_AT = 1000

/** Says that this reader has read the request as it stands; only while somebody looks at the page. */
export function MarkRead({ action, hidden, version }: MarkReadProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version is read anew
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') void action({ status: 'idle' }, hidden).catch(() => {})
    }, LOOKED_AT)
    return () => clearTimeout(timer)
  }, [action, version, hidden.ticketId])
  return null
}
