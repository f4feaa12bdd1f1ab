import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Chip } from '@/components/ui/chip'
import { classes } from '@/components/ui/classes'
import { StampedNumber } from '@/components/ui/stamped-number'
import { Time } from '@/components/ui/time'
import { toneRail } from '@/components/ui/tone-classes'
import type { CallItem } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { callTone } from './call-tone'

type CallRowsProps = { label: string; calls: readonly CallItem[]; href: (id: string) => string; formats: Formats }

/** Calls to a company, one a row with the rail of its state. Server only. */
export function CallRows({ label, calls, href, formats }: CallRowsProps) {
  return (
    <ul aria-label={label} className="border-hairline border-t">
      {calls.map((call) => (
        <li
          key={call.id}
          className={classes(
            'relative border-hairline border-b before:absolute before:inset-y-0 before:left-0 before:w-1',
            'has-[a:focus-visible]:bg-surface has-[a:hover]:bg-surface',
            toneRail[callTone[call.state]],
          )}
        >
          <AppLink
            href={href(call.id)}
            className="grid gap-1 py-3 pr-4 pl-4.5 no-underline focus-visible:-outline-offset-2"
          >
            <Row call={call} formats={formats} />
          </AppLink>
        </li>
      ))}
    </ul>
  )
}

function Row({ call, formats }: { call: CallItem; formats: Formats }) {
  const t = useTranslations('calls')
  const { deadlineAt, owner, state } = call
  const waits = state === 'waiting' || state === 'late'
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-3">
        <span className={classes('min-w-0 flex-1 basis-52 break-words', waits ? 'font-strong' : 'font-medium')}>
          {call.title}
        </span>
        <span className={classes('text-13', state === 'late' ? 'font-strong text-status-urgent' : 'text-ink-2')}>
          {waits && deadlineAt
            ? t.rich('row.deadline', { when: () => <Time plain at={deadlineAt} formats={formats} /> })
            : t.rich('row.since', { when: () => <Time plain at={call.openedAt} formats={formats} /> })}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-13 text-ink-2">
        {call.number ? <StampedNumber>{call.number}</StampedNumber> : null}
        <span className="min-w-0 flex-1 basis-40">
          {t(`severity.${call.severity}`)}
          {owner && state === 'taken' ? ` · ${t('row.owner', { name: owner })}` : null}
        </span>
        <Chip tone={callTone[state]}>{t(`state.${state}`)}</Chip>
      </span>
    </>
  )
}
