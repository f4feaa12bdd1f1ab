'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

/**
 * Asks for the page again every `seconds` while somebody looks at it, and at once when they come back to it. Only what
 * changed is replaced; what is being written in a form stays. A server that is slow is not asked again before it answered.
 */
export function LiveRefresh({ seconds }: { seconds: number }) {
  const router = useRouter()
  const [asking, start] = useTransition()
  const busy = useRef(false)
  useEffect(() => {
    busy.current = asking
  }, [asking])
  useEffect(() => {
    const look = () => {
      if (!busy.current && document.visibilityState === 'visible' && navigator.onLine) start(() => router.refresh())
    }
    const timer = setInterval(look, seconds * 1000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [router, seconds])
  return null
}
