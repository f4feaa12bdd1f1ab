'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import type { FormState, KeptAction } from '@/components/form/use-kept-action'
import { idle } from '@/lib/web/schema'

/**
 * Says that the reader has seen a request, once she really looks at it: never while a page is only fetched. Leaving, the
 * pages that the browser still keeps are asked for anew, so that the list's dot is gone.
 */
export function MarkRead({
  action,
  hidden,
  since,
}: {
  action: KeptAction
  hidden: Record<string, string>
  since: string
}) {
  const router = useRouter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hidden fields are a new object on each rendering; `since` tells what is new
  useEffect(() => {
    let told = false
    const look = () => {
      if (told || document.visibilityState !== 'visible') return
      told = true
      const form = new FormData()
      for (const [name, value] of Object.entries(hidden)) form.set(name, value)
      // A lost connection costs nothing: it stays unread.
      action(idle as FormState, form).catch(() => {})
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      if (told) router.refresh()
    }
  }, [since, action])
  return null
}
