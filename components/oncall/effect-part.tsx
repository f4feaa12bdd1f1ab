'use client'

import { useEffect, useRef } from 'react'
import { classes } from '@/components/ui/classes'
import { NextIcon, UrgentIcon } from '@/components/ui/icons'
import type { PreviewWords } from '@/lib/oncall/schema'

export type EffectWords = Record<'was' | 'becomes', string>

type EffectPartProps = { effect: PreviewWords; words: EffectWords; stale: string | null }

/** What an edit would do: who comes in whose place and when, gaps in red with their hours. Read out when it is there. */
export function EffectPart({ effect, words, stale }: EffectPartProps) {
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is shown anew with each answer
  useEffect(() => box.current?.focus(), [effect])
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-labelledby="effect"
      className={classes('grid gap-4 rounded-card border border-brand bg-surface p-4', stale && 'border-hairline')}
    >
      <h2 id="effect" className="text-20">
        {effect.title}
      </h2>
      {stale ? <p className="text-14 text-status-wait">{stale}</p> : null}
      <Gaps gaps={effect.torn} />
      {effect.unreachable ? (
        <p className="flex gap-2 text-14 text-status-urgent">
          <UrgentIcon className="mt-0.5 size-4" />
          <span>{effect.unreachable}</span>
        </p>
      ) : null}
      {effect.changes.length > 0 ? (
        <ol className="border-hairline border-t">
          {effect.changes.map(({ when, before, after, behind, gap }) => (
            <li key={when} className="grid gap-x-4 gap-y-0.5 border-hairline border-b py-2.5">
              <span className="text-13 text-ink-2 tabular-nums">{when}</span>
              <span className="flex flex-wrap items-center gap-x-2">
                {before === null ? null : (
                  <>
                    <span className="sr-only">{words.was} </span>
                    <s className="text-ink-3">{before}</s>
                    <NextIcon className="size-4 text-ink-2" />
                    <span className="sr-only">{words.becomes} </span>
                  </>
                )}
                <b className={classes('font-medium', gap ? 'text-status-urgent' : before !== null && 'text-brand')}>
                  {after}
                </b>
              </span>
              {behind ? <span className="text-14 text-ink-2">{behind}</span> : null}
            </li>
          ))}
        </ol>
      ) : null}
      {effect.more ? <p className="text-14 text-ink-2">{effect.more}</p> : null}
      {effect.filled.lines.length > 0 ? (
        <div className="text-14 text-status-done">
          <p className="font-medium">{effect.filled.title}</p>
          <Lines lines={effect.filled.lines} />
        </div>
      ) : null}
      {effect.gaps ? <p className="text-14 text-status-urgent">{effect.gaps}</p> : null}
    </section>
  )
}

function Gaps({ gaps: { title, lines } }: { gaps: PreviewWords['torn'] }) {
  if (lines.length === 0) return null
  return (
    <div className="flex gap-3 rounded-card bg-status-urgent-soft p-3.5 text-14 text-status-urgent">
      <UrgentIcon className="mt-0.5 size-5" />
      <div>
        <p className="font-strong">{title}</p>
        <Lines lines={lines} />
      </div>
    </div>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="tabular-nums">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
