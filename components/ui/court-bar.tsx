import type { ReactNode } from 'react'
import { classes } from './classes'
import { DepletingLine } from './depleting-line'
import { StatusIcon } from './status-icon'
import type { Tone } from './tone'
import { toneSoft, toneText } from './tone-classes'

type CourtBarProps = {
  tone: Tone
  /** One sentence: whose turn it is and until when. `<b>` marks the time. */
  children: ReactNode
  /** Share of the promised time that is left, 1 to 0. Without it there is no line (the clock does not run). */
  ratio?: number
  /** What stops the clock, or why it stands. */
  pause?: ReactNode
  /** On a night page or inside a card: no coloured ground. */
  bare?: boolean
}

/**
 * The signature of Waybill, the same for partner, agent and on-call engineer: whose turn it is, until when, and what
 * pauses the clock. The line only draws what the sentence says, so a screen reader is spared it.
 */
export function CourtBar({ tone, children, ratio, pause, bare }: CourtBarProps) {
  return (
    <div
      className={classes(
        'flex flex-wrap items-center gap-x-3 gap-y-1.5 text-14 desk:text-13',
        bare ? toneText[tone] : classes(toneSoft[tone], 'px-4 py-2.5 desk:px-5 desk:py-2'),
      )}
    >
      <p className="flex max-w-full items-start gap-2 font-medium">
        <StatusIcon tone={tone} className="mt-1" />
        <span className="min-w-0 [&_b]:font-strong [&_b]:tabular-nums">{children}</span>
      </p>
      {ratio === undefined ? null : <DepletingLine ratio={ratio} />}
      {pause ? <p className="max-w-full">{pause}</p> : null}
    </div>
  )
}
