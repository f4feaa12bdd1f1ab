import { useTranslations } from 'next-intl'
import { History } from '@/components/ui/history'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import type { Formats } from '@/lib/i18n'
import { type ClaimPanel, type HistoryStep, historyValues } from '@/lib/tickets/schema'

const tones: Partial<Record<HistoryStep['kind'], Tone>> = {
  claim_made: 'urgent',
  claim_repeated: 'urgent',
  claim_confirmed: 'urgent',
  claim_appealed: 'urgent',
  assessment_asked: 'wait',
  oncall_paged: 'wait',
  oncall_unanswered: 'urgent',
  oncall_acknowledged: 'open',
  escalation_resolved: 'done',
}

/** What became of an urgent claim, step by step: "team paged 03:04, taken by Marta 03:06" (000-06). Server only. */
export function ClaimLine({ claim, formats }: { claim: ClaimPanel; formats: Formats }) {
  const t = useTranslations('tickets.history')
  return (
    <div role="log" aria-live="polite">
      <History
        steps={claim.line.map((step) => ({
          key: step.id,
          tone: tones[step.kind],
          when: <Time at={step.at} formats={formats} as="exact" />,
          what: t(step.kind, historyValues(step, formats)),
        }))}
      />
    </div>
  )
}
