'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** A page this much older than the newest one seen, in milliseconds, is asked for again. */
const STALE = 10_000

/** When the newest page that was seen had been drawn (the server's milliseconds), and the seconds since it was seen. */
let newest = 0
let seconds = 0
let counting = false

/**
 * A request that was fetched ahead is shown at once, and may be behind: it is brought up to date when it is older than
 * what was seen since. Leafing through fresh ones asks for nothing twice. No clock is read: only the server's counts.
 */
export function FreshLook({ drawn }: { drawn: number }) {
  const router = useRouter()
  useEffect(() => {
    if (!counting) setInterval(() => (seconds += 1), 1000)
    counting = true
    const age = newest + seconds * 1000 - drawn
    if (drawn > newest) {
      newest = drawn
      seconds = 0
    }
    if (age > STALE) router.refresh()
  }, [router, drawn])
  return null
}
