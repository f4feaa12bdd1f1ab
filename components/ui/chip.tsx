import type { ReactNode } from 'react'
import { classes } from './classes'
import { StatusIcon } from './status-icon'
import type { Tone } from './tone'
import { toneSoft } from './tone-classes'

/** A status: shape, word and colour together. `large` is for phones on call. */
export function Chip({ tone, large, children }: { tone: Tone; large?: boolean; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex max-w-full items-center rounded-chip font-medium',
        large ? 'gap-2 px-2.5 py-1 text-14' : 'gap-1.5 py-0.5 pr-2 pl-1.5 text-12',
        toneSoft[tone],
      )}
    >
      <StatusIcon tone={tone} className={large ? 'size-3.5' : undefined} />
      <span className="min-w-0">{children}</span>
    </span>
  )
}

/** A plain fact that is not a status: a priority, a language, "Marta is viewing". */
export function Tag({ brand, children }: { brand?: boolean; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex max-w-full items-center rounded-chip px-2 py-0.5 font-medium text-12',
        brand ? 'bg-brand-soft text-brand' : 'bg-status-closed-soft text-status-closed',
      )}
    >
      {children}
    </span>
  )
}
