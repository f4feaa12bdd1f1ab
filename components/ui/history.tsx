import type { ReactNode } from 'react'
import { StatusIcon } from './status-icon'
import type { Tone } from './tone'
import { toneText } from './tone-classes'

export type Step = { key: string; tone?: Tone; when: ReactNode; what: ReactNode; detail?: ReactNode }

/** What happened, oldest first, on one hairline: states of a ticket, steps of an escalation. */
export function History({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className="grid">
      {steps.map(({ key, tone = 'closed', when, what, detail }) => (
        <li
          key={key}
          className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 pb-4 last:pb-0 before:absolute before:top-5 before:bottom-0 before:left-[0.46875rem] before:w-px before:bg-hairline last:before:hidden"
        >
          <span className={`grid h-5 place-items-center ${toneText[tone]}`}>
            <StatusIcon tone={tone} className="size-3.5" />
          </span>
          <div className="grid gap-0.5 text-14">
            <p>{what}</p>
            <p className="text-13 text-ink-2 tabular-nums">{when}</p>
            {detail ? <div className="text-13 text-ink-2">{detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
