'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Looked at this long, in milliseconds, a page is asked for once more; leafing through with j and k does not. */
const LOOKED_AT = 1500

let arrived = false

/**
 * A request that was fetched before it was opened is shown at once, and may be behind: it is brought up to date when
 * somebody stays on it. The page that the browser itself asked for is fresh.
 */
export function FreshLook() {
  const router = useRouter()
  useEffect(() => {
    if (!arrived) {
      arrived = true
      return
    }
    const timer = setTimeout(() => router.refresh(), LOOKED_AT)
    return () => clearTimeout(timer)
  }, [router])
  return null
}
