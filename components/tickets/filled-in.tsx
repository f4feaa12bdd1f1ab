import { useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/card'
import { TickIcon } from '@/components/ui/icons'
import type { PartnerTicket } from '@/lib/tickets/schema'

/** What was told beside the message: the topic's own questions and the steps tried before writing (002-01, 002-04). */
export function FilledIn({ ticket }: { ticket: Pick<PartnerTicket, 'fields' | 'preflight' | 'locale'> }) {
  const t = useTranslations('requests.filled')
  const { fields, preflight, locale } = ticket
  if (fields.length === 0 && preflight.length === 0) return null
  return (
    <section aria-labelledby="filled" className="grid gap-3 rounded-card border border-hairline bg-surface p-4">
      <h2 id="filled" className="font-strong text-14">
        {t('title')}
      </h2>
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
        <div className="grid gap-1 text-14">
          <h3 className="font-normal text-ink-2">{t('preflight')}</h3>
          <ul className="grid gap-1">
            {preflight.map((step) => (
              <li key={step} className="flex gap-2">
                <TickIcon className="mt-0.5 size-4 text-status-done" />
                {step}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
