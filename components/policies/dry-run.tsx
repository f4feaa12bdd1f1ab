import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { UrgentIcon } from '@/components/ui/icons'
import type { DryRun, DryRunReceiver, DryRunStep } from '@/lib/escalation/schema'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'
import { isNight } from './is-night'

type DryRunProps = { run: DryRun; formats: Formats }

/** "Who would be called now": step by step, in how many minutes, on which channel, and what time it is there. Server only. */
export function DryRunSteps({ run, formats }: DryRunProps) {
  const t = useTranslations('policies.dry')
  const nobodyAtAll = [...run.steps, run.catchAll].every(({ receivers }) => !receivers.some(isReached))
  return (
    <div className="grid gap-3">
      {run.held ? (
        <p className="font-medium text-status-wait">
          {t('held', { when: formats.promise(run.held.until), why: run.held.why })}
        </p>
      ) : null}
      {nobodyAtAll ? <Red>{t('nobodyAtAll')}</Red> : null}
      <ol className="grid">
        {run.steps.map((step) => (
          <Step key={step.step} step={step} run={run} formats={formats} name={t('step', { step: step.step })} />
        ))}
        <Step step={run.catchAll} run={run} formats={formats} name={t('last')} />
      </ol>
      {run.steps.length > 0 ? <p className="text-13 text-ink-2">{t('repeats', { count: run.repeat })}</p> : null}
    </div>
  )
}

type StepProps = DryRunProps & { step: DryRunStep; name: string }

function Step({ step, run, name, formats }: StepProps) {
  const t = useTranslations('policies.dry')
  const reached = step.receivers.some(isReached)
  const start = run.held?.until ?? run.now
  const away = step.at ? step.at.getTime() - start.getTime() : 0
  return (
    <li
      className={classes(
        'relative grid gap-2 border-hairline border-b py-3 pl-4.5 before:absolute before:inset-y-0 before:left-0 before:w-1 last:border-b-0',
        reached ? 'before:bg-brand' : 'bg-status-urgent-soft pr-3 before:bg-status-urgent',
      )}
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-14">
        <b className="font-strong">{name}</b>
        <span className="text-ink-2 tabular-nums">
          {step.at ? (away < 1000 ? t('atOnce') : t('after', { time: formats.duration(away) })) : null}
        </span>
      </p>
      {reached ? null : <Red>{t('nobody')}</Red>}
      {step.receivers.length > 0 ? (
        <ul className="grid gap-2.5">
          {step.receivers.map((receiver) => (
            <li key={receiver.person?.membershipId ?? receiver.endpoint}>
              <Receiver receiver={receiver} run={run} formats={formats} />
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function Receiver({ receiver, run, formats }: DryRunProps & { receiver: DryRunReceiver }) {
  const t = useTranslations('policies.dry')
  const words = useTranslations('escalation.channel')
  const { person, endpoint, channels } = receiver
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <b className="font-medium">{person?.name ?? endpoint}</b>
        {person?.timeZone ? <LocalTime zone={person.timeZone} now={run.now} formats={formats} /> : null}
      </p>
      {channels.length === 0 ? (
        <Red>{t('unreached')}</Red>
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-13 text-ink-2">
          {channels.map(({ channel, address, at }) => (
            <li key={`${channel} ${address}`} title={address}>
              {words(channel)} {formats.time(at)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What time it is where somebody is; said as a price when she sleeps. */
export function LocalTime({ zone, now, formats }: { zone: string; now: Date; formats: Formats }) {
  const t = useTranslations('policies.dry')
  const time = formatsFor(formats.locale, zone).time(now)
  const values = { time, city: zoneCity(zone) }
  return (
    <span className={classes('text-13 tabular-nums', isNight(time) ? 'text-status-wait' : 'text-ink-2')}>
      {t(isNight(time) ? 'night' : 'there', values)}
    </span>
  )
}

function Red({ children }: { children: React.ReactNode }) {
  return (
    <p className="flex items-center gap-2 font-medium text-14 text-status-urgent">
      <UrgentIcon className="size-4" />
      <span>{children}</span>
    </p>
  )
}

export function isReached({ channels }: DryRunReceiver): boolean {
  return channels.length > 0
}
