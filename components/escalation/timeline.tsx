import { useTranslations } from 'next-intl'
import { classes } from '@/components/ui/classes'
import { History } from '@/components/ui/history'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import { eventKey, eventValues, type TimelineEntry, type TimelineKind } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { DeliveryList } from './delivery-list'

const tones: Partial<Record<TimelineKind, Tone>> = {
  opened: 'urgent',
  assess_asked: 'wait',
  nobody_to_assess: 'urgent',
  assess_timed_out: 'urgent',
  confirmed: 'urgent',
  step_entered: 'wait',
  step_skipped: 'urgent',
  step_failed: 'urgent',
  held: 'wait',
  unanswered: 'urgent',
  acked: 'open',
  ack_expired: 'urgent',
  passed_on: 'wait',
  repeated: 'urgent',
  resolved: 'done',
}

type TimelineProps = {
  entries: readonly TimelineEntry[]
  /** A called partner reads and writes in it: its notes are no internal ones. */
  shared?: boolean
  formats: Formats
  otherZone?: string
}

/** An escalation's story, oldest first: what happened, and what became of each message it sent. Server only. */
export function Timeline({ entries, shared, formats, otherZone }: TimelineProps) {
  const t = useTranslations('escalation.event')
  return (
    <History
      steps={entries.map((entry) => ({
        key: entry.key,
        tone: tones[entry.kind],
        what: t(eventKey(entry), eventValues(entry, formats)),
        when: <Time at={entry.at} formats={formats} as="exact" otherZone={otherZone} />,
        detail:
          entry.note !== null ? (
            <p
              className={classes(
                'mt-1 max-w-prose whitespace-pre-wrap break-words border-l-2 px-3 text-14 text-ink',
                shared ? 'border-brand' : 'rounded-r-control border-note border-dashed bg-note-soft py-2',
              )}
            >
              {entry.note}
            </p>
          ) : entry.deliveries.length > 0 ? (
            <DeliveryList deliveries={entry.deliveries} formats={formats} />
          ) : undefined,
      }))}
    />
  )
}
