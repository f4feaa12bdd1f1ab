import { useTranslations } from 'next-intl'
import { CourtBar } from '@/components/ui/court-bar'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { PartnerTicket } from '@/lib/tickets/schema'
import { toneOf } from './ticket-tone'

/** The court bar in the partner's words: whose turn, until when, what pauses the clock. */
export function PartnerCourt({ ticket, formats }: { ticket: PartnerTicket; formats: Formats }) {
  const t = useTranslations('requests')
  const { sentence, left, dueAt, opensAt, goal } = ticket.court
  const time = (at: Date | null) => (at ? <Time at={at} formats={formats} /> : null)
  const ours = ticket.turn === 'us'
  return (
    <CourtBar
      tone={ours ? 'wait' : toneOf(ticket.state, ticket.completedReason)}
      ratio={left ?? undefined}
      pause={sentence === 'partner' ? t('court.paused') : dueAt && ours ? t('court.pausesWhenAsked') : undefined}
    >
      {t.rich(`court.${sentence}`, {
        b: (chunks) => <b>{chunks}</b>,
        when: () => time(dueAt),
        opens: () => time(opensAt),
        goal,
        reason: t(`reason.${ticket.completedReason ?? 'agent'}`),
      })}
    </CourtBar>
  )
}
