'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { markOf } from './browser-push'

/** Marks the line of the browser that the page is read in. */
export function ThisBrowser({ mark, tag }: { mark: string; tag: ReactNode }) {
  const [here, setHere] = useState(false)
  useEffect(() => {
    const look = async () => {
      if (!('serviceWorker' in navigator)) return
      for (const registration of await navigator.serviceWorker.getRegistrations()) {
        const own = await registration.pushManager?.getSubscription()
        if (own && (await markOf(own.endpoint)) === mark) setHere(true)
      }
    }
    void look()
  }, [mark])
  return here ? tag : null
}
