import type { ReactNode } from 'react'
import { classes } from './classes'

/** A sheet of paper on the canvas: hairline, no shadow. `internal` has the dashed edge of what partners never see. */
export function Card({
  title,
  internal,
  flush,
  children,
}: {
  title?: ReactNode
  internal?: boolean
  flush?: boolean
  children: ReactNode
}) {
  return (
    <section
      className={classes(
        'overflow-hidden rounded-card border',
        internal ? 'border-note border-dashed bg-note-soft' : 'border-hairline bg-surface',
      )}
    >
      {title ? <h2 className="border-hairline border-b px-4 py-3 font-strong text-16 desk:text-14">{title}</h2> : null}
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  )
}

/** Name and value, one under the other on a phone. */
export function Facts({ facts }: { facts: readonly { name: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-1.5 text-14 sm:grid-cols-[max-content_1fr] desk:text-13">
      {facts.map(({ name, value }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are rendered on the server and never move
        <div key={place} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="mb-1 min-w-0 sm:mb-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
