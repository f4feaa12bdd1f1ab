import type { ReactNode } from 'react'
import { classes } from './classes'
import type { Tone } from './tone'

const line = { fill: 'none', stroke: 'currentColor' } as const

/** One shape per status, so that colour is never the only sign (WCAG 1.4.1). Drawn on 12 px. */
const shapes: Record<Tone, ReactNode> = {
  new: <circle cx="6" cy="6" r="4.6" {...line} strokeWidth="1.6" strokeDasharray="2.4 1.6" />,
  open: (
    <>
      <circle cx="6" cy="6" r="4.6" {...line} strokeWidth="1.6" />
      <path d="M6 1.4a4.6 4.6 0 0 1 0 9.2z" fill="currentColor" />
    </>
  ),
  wait: (
    <path
      d="M2.5 1h7M2.5 11h7M3.3 1c0 3 2.7 3.6 2.7 5S3.3 8 3.3 11M8.7 1c0 3-2.7 3.6-2.7 5s2.7 2 2.7 5"
      {...line}
      strokeWidth="1.4"
    />
  ),
  answered: <path d="M1 2h10v6.5H5L2.5 11V8.5H1z" fill="currentColor" />,
  done: (
    <path
      fillRule="evenodd"
      d="M6 .8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 6 .8zM4.1 5.7 3 6.7l2.4 2.4L9.1 5 8 4 5.3 6.9z"
      fill="currentColor"
    />
  ),
  closed: (
    <>
      <circle cx="6" cy="6" r="4.6" {...line} strokeWidth="1.4" />
      <path d="M3.8 6h4.4" {...line} strokeWidth="1.6" />
    </>
  ),
  urgent: <path fillRule="evenodd" d="M6 .8l5.4 10H.6zM5.3 4.2v3h1.4v-3zM5.3 8.4v1.3h1.4V8.4z" fill="currentColor" />,
}

export function StatusIcon({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={classes('shrink-0', className?.includes('size-') ? className : `size-3 ${className ?? ''}`)}
    >
      {shapes[tone]}
    </svg>
  )
}
