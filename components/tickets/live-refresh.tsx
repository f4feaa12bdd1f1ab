'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/**
 * Asks for the page again every `seconds` while somebody looks at it, and at once when they come back to it. Only what
 * changed is replaced; what is being written in a form stays.
 */
export function LiveRefresh({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && navigator.onLine) router.refresh()
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
