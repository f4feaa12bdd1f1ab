'use client'

import { useEffect, useState } from 'react'
import { buttonClasses } from './button-classes'
import { classes } from './classes'
import { PrintIcon } from './icons'

/**
 * Opens the browser's own print window; without script there is the browser's menu, so then it is not shown. Its place is
 * kept from the beginning: nothing moves when it appears.
 */
export function PrintButton({ label }: { label: string }) {
  const [ready, set] = useState(false)
  useEffect(() => set(true), [])
  return (
    <button
      type="button"
      onClick={() => window.print()}
      className={classes(buttonClasses('quiet'), '-mx-3.5', !ready && 'invisible')}
    >
      <PrintIcon className="size-4" /> {label}
    </button>
  )
}
