import type { ReactNode } from 'react'
import { classes } from './classes'
import { InfoIcon } from './icons'
import { StatusIcon } from './status-icon'
import type { Tone } from './tone'
import { toneSoft } from './tone-classes'

/** Something to know before reading on. Without a tone it is advice in the brand's colour. */
export function Banner({
  tone,
  title,
  children,
  action,
}: {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={classes('flex gap-3 rounded-card p-3.5', tone ? toneSoft[tone] : 'bg-brand-soft text-brand')}>
      {tone ? <StatusIcon tone={tone} className="mt-1 size-4" /> : <InfoIcon className="mt-0.5" />}
      <div className="grid min-w-0 gap-1 text-14">
        {title ? <p className="font-strong">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {action ? <div className="mt-1 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  )
}
