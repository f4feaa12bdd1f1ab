import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Formats } from '@/lib/i18n'
import { zoneCity } from '@/lib/i18n'

/** "We reply by Mon 23 Nov, 12:00, your time": before sending and on the confirmation. Null: the topic promises nothing. */
export function ReplyPromise({ due, formats }: { due: Date | null; formats: Formats }) {
  const t = useTranslations('newRequest.promise')
  if (!due) return <Banner>{t('none')}</Banner>
  const values = { when: formats.promise(due), place: zoneCity(formats.zone) }
  return (
    <Banner>
      <p className="mb-1 text-16">
        {t.rich('by', { ...values, b: (chunks) => <b className="whitespace-nowrap font-strong">{chunks}</b> })}
      </p>
      <p>{t('hours')}</p>
    </Banner>
  )
}
