'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** A page drawn longer ago than this, in milliseconds, was fetched ahead of time and may be behind. */
const FRESH = 5000

/** Asks once more for a page that was fetched before it was opened: shown at once, then brought up to date. */
export function FreshLook({ drawn }: { drawn: number }) {
  const router = useRouter()
  const first = useRef(drawn)
  useEffect(() => {
    if (Math.abs(performance.timeOrigin + performance.now() - first.current) > FRESH) router.refresh()
  }, [router])
  return null
}
