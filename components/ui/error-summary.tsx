'use client'

import { useEffect, useRef } from 'react'

export type SummaryError = { id: string; text: string }

/** Lists what must be mended, each a link to its field, and takes the focus when the answer comes back (3.3.1). */
export function ErrorSummary({ title, errors }: { title: string; errors: readonly SummaryError[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="grid gap-2 rounded-card border-2 border-status-urgent bg-surface p-4"
    >
      <h2 className="font-strong text-16">{title}</h2>
      <ul className="grid gap-1">
        {errors.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${id}`} className="font-medium text-status-urgent underline underline-offset-3">
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
