import { useTranslations } from 'next-intl'
import { TextLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { StaffTicket } from '@/lib/tickets/schema'

type Clock = StaffTicket['clocks'][number]
/** `why`: where each deadline is explained. */
type ClocksCardProps = { ticket: StaffTicket; formats: Formats; why: string }

/** What was promised, and how it stands: due, late, paused while we wait for the partner, kept, broken. */
export function ClocksCard({ ticket, formats, why }: ClocksCardProps) {
  const t = useTranslations('desk.clocks')
  if (ticket.clocks.length === 0) return null
  return (
    <Card title={t('title')}>
      <ul className="grid gap-2.5 text-13">
        {ticket.clocks.map((clock) => (
          <li key={clock.kind} className="grid gap-0.5">
            <span className="text-ink-2">{t(clock.kind)}</span>
            <span className={classes('font-medium', isLate(clock) && 'text-status-urgent')}>
              <Standing clock={clock} formats={formats} />
            </span>
          </li>
        ))}
      </ul>
      <p className="pt-2.5 text-13">
        <TextLink href={why}>{t('why')}</TextLink>
      </p>
    </Card>
  )
}

function isLate({ state, kept }: Clock): boolean {
  return state === 'breached' || kept === false
}

function Standing({ clock, formats }: { clock: Clock; formats: Formats }) {
  const t = useTranslations('desk.clocks')
  const { kind, state, dueAt, metAt, breachedAt, kept } = clock
  const solution = kind === 'resolution'
  const time = (at: Date | null) => (at ? <Time at={at} formats={formats} /> : null)
  if (state === 'met')
    return t.rich(solution ? (kept === false ? 'solvedLate' : 'solved') : kept === false ? 'metLate' : 'met', {
      when: () => time(metAt),
    })
  if (state === 'breached') return t.rich('breached', { when: () => time(dueAt ?? breachedAt) })
  if (state === 'running') return t.rich('running', { when: () => time(dueAt) })
  if (state === 'paused' && solution) return t(kept === false ? 'waitsLate' : 'waits')
  if (state === 'paused') return t(kept === false ? 'pausedLate' : 'paused')
  return t(kept === false ? 'closedLate' : 'closed')
}
