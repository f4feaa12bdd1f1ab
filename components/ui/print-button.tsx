'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from './button-classes'
import { classes } from './classes'
import { PrintIcon } from './icons'

/** Opens the browser's own print window; without script there is the browser's menu, so then it is not shown. */
export function PrintButton({ label }: { label: string }) {
  const [ready, set] = useState(false)
  useEffect(() => set(true), [])
  if (!ready) return null
  return (
    <button type="button" onClick={() => window.print()} className={classes(buttonClasses('quiet'), '-mx-3.5')}>
      <PrintIcon className="size-4" /> {label}
    </button>
  )
}
