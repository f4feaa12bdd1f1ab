import type { ReactNode } from 'react'

export type EmptyKind = 'nothing-yet' | 'no-match' | 'all-done'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const

/** A blank waybill, a waybill under a glass, a waybill with its stamp. */
const drawings: Record<EmptyKind, ReactNode> = {
  'nothing-yet': <path d="M8 4h32v40l-4-3-4 3-4-3-4 3-4-3-4 3-4-3-4 3zM14 13h10M14 20h20M14 27h20" {...line} />,
  'no-match': (
    <>
      <path d="M34 24V4H8v40l4-3 4 3 4-3" {...line} />
      <circle cx="31" cy="32" r="8" {...line} />
      <path d="M37 38l6 6M14 13h10M14 20h8" {...line} />
    </>
  ),
  'all-done': (
    <>
      <path d="M8 4h32v40l-4-3-4 3-4-3-4 3-4-3-4 3-4-3-4 3zM14 12h8" {...line} />
      <path d="M15 26l6 6 12-13" {...line} strokeWidth={2.5} className="text-status-done" />
    </>
  ),
}

type EmptyProps = { kind: EmptyKind; title: ReactNode; children?: ReactNode; action?: ReactNode }

/** An empty list says which kind of empty it is, and what to do next. */
export function Empty({ kind, title, children, action }: EmptyProps) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-2 px-4 py-12 text-center">
      <svg viewBox="0 0 48 48" aria-hidden="true" className="mb-1 size-14 text-ink-3">
        {drawings[kind]}
      </svg>
      <h2 className="font-medium text-16">{title}</h2>
      {children ? <div className="text-14 text-ink-2">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}
