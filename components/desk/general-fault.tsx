import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import { Time } from '@/components/ui/time'
import type { Formats } from '@/lib/i18n'
import type { StaffTicket } from '@/lib/tickets/schema'

/** Why it goes before others: "5 companies reported this within 30 minutes" (002-09), and what that did to its priority. */
export function GeneralFault({ ticket, formats }: { ticket: StaffTicket; formats: Formats }) {
  const t = useTranslations('desk.general')
  const { general, priorityBy } = ticket
  if (!general) return null
  return (
    <Banner tone="wait" title={t('title')}>
      <p>
        {general.minutes > 0
          ? t('reason', { partners: general.partners, minutes: general.minutes })
          : t('companies', { partners: general.partners })}{' '}
        {t.rich('since', { when: () => <Time at={general.since} formats={formats} />, open: general.open })}
      </p>
      {priorityBy === 'breadth' ? <p>{t('raised')}</p> : null}
    </Banner>
  )
}
