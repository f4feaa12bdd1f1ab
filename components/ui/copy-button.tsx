'use client'

import { useState } from 'react'
import { buttonClasses } from './button-classes'
import { CopyIcon, TickIcon } from './icons'

/** Puts `text` on the clipboard and says so politely. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 3000)
  }
  return (
    <>
      <button type="button" onClick={copy} aria-label={label} title={label} className={buttonClasses('quiet')}>
        {copied ? <TickIcon className="size-4" /> : <CopyIcon className="size-4" />}
      </button>
      <span role="status" className={copied ? 'text-14 text-status-done' : 'sr-only'}>
        {copied ? done : ''}
      </span>
    </>
  )
}
