import { useTranslations } from 'next-intl'
import { FilledLines, isFilled } from '@/components/tickets/filled-lines'
import { Card } from '@/components/ui/card'
import type { StaffTicket } from '@/lib/tickets/schema'

/** What the form asked before it was sent: its answers, the browser among them, and the steps already tried (002-01, 002-04). */
export function AskedCard({ ticket }: { ticket: StaffTicket }) {
  const t = useTranslations('desk.asked')
  if (!isFilled(ticket)) return null
  return (
    <Card title={t('title')}>
      <div className="grid gap-4">
        <FilledLines ticket={ticket} tried={t('tried')} />
      </div>
    </Card>
  )
}
