'use client'

import { useSyncExternalStore } from 'react'
import { usePageWords } from './page-words'

function watch(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Says that the connection is gone and that nothing written is lost. */
export function OfflineBar() {
  const { offline } = usePageWords()
  const online = useSyncExternalStore(
    watch,
    () => navigator.onLine,
    () => true,
  )
  return (
    <div role="status">
      {online ? null : <p className="bg-status-wait-soft px-4 py-2 text-14 text-status-wait">{offline}</p>}
    </div>
  )
}
