import { useTranslations } from 'next-intl'
import { History } from '@/components/ui/history'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import type { Formats } from '@/lib/i18n'
import { type HistoryStep, historyValues } from '@/lib/tickets/schema'
import { toneOf } from './ticket-tone'

type TicketHistoryProps = { steps: readonly HistoryStep[]; formats: Formats; otherZone?: string }

/** What happened to a request, in words, with the exact times of the reader's zone (003-19). Server only. */
export function TicketHistory({ steps, formats, otherZone }: TicketHistoryProps) {
  const t = useTranslations('tickets')
  return (
    <History
      steps={steps.map((step) => ({
        key: step.id,
        tone: toneOfStep(step),
        when: <Time at={step.at} formats={formats} as="exact" otherZone={otherZone} />,
        what: t(`history.${step.kind}`, historyValues(step, formats)),
      }))}
    />
  )
}

function toneOfStep({ kind, toState }: HistoryStep): Tone | undefined {
  if (toState) return toneOf(toState, kind === 'solved' ? 'solved' : null)
  return kind.startsWith('claim_') || kind.startsWith('oncall_') ? 'urgent' : undefined
}
