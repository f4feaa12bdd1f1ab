import { useTranslations } from 'next-intl'
import { Card, Facts } from '@/components/ui/card'
import { TickIcon } from '@/components/ui/icons'
import type { StaffTicket } from '@/lib/tickets/schema'

/** What the form asked before it was sent: its answers, the browser among them, and the steps already tried (002-01, 002-04). */
export function AskedCard({ ticket: { fields, preflight, locale } }: { ticket: StaffTicket }) {
  const t = useTranslations('desk.asked')
  if (fields.length === 0 && preflight.length === 0) return null
  return (
    <Card title={t('title')}>
      <div className="grid gap-4">
        {fields.length > 0 ? (
          <Facts
            facts={fields.map(({ label, value }) => ({
              name: label,
              value: (
                <span lang={locale} className="whitespace-pre-wrap break-words">
                  {value}
                </span>
              ),
            }))}
          />
        ) : null}
        {preflight.length > 0 ? (
          <div className="grid gap-1 text-13">
            <p className="text-ink-2">{t('tried')}</p>
            <ul className="grid gap-1">
              {preflight.map((step) => (
                <li key={step} className="flex gap-2">
                  <TickIcon className="mt-0.5 size-4 shrink-0 text-status-done" />
                  <span>{step}</span>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  )
}
