import { useTranslations } from 'next-intl'
import { toneOf } from '@/components/tickets/ticket-tone'
import { CourtBar } from '@/components/ui/court-bar'
import type { Formats } from '@/lib/i18n'
import type { CourtBar as Court, StaffTicket } from '@/lib/tickets/schema'

const pauses: Partial<Record<Court['sentence'], 'runs' | 'paused' | 'closed'>> = {
  us_running: 'runs',
  us_outside_hours: 'closed',
  partner: 'paused',
}

/** The court bar as the staff reads it: whose turn, until when, what pauses the clock. */
export function DeskCourt({ ticket, formats }: { ticket: StaffTicket; formats: Formats }) {
  const t = useTranslations('tickets')
  const { sentence, left, dueAt, opensAt, goal } = ticket.court
  const time = (at: Date | null) => (at ? formats.promise(at) : '')
  const pause = pauses[sentence]
  const ours = ticket.turn === 'us' ? 'wait' : toneOf(ticket.state, ticket.completedReason)
  return (
    <CourtBar
      tone={sentence === 'us_overdue' ? 'urgent' : ours}
      ratio={left ?? undefined}
      pause={pause && (sentence !== 'partner' || left !== null) ? t(`courtPause.${pause}`) : undefined}
    >
      {t.rich(`court.${sentence}`, {
        b: (chunks) => <b>{chunks}</b>,
        when: time(dueAt),
        opens: time(opensAt),
        goal,
        reason: t(`completedReasons.${ticket.completedReason ?? 'agent'}`),
      })}
    </CourtBar>
  )
}
