import { useTranslations } from 'next-intl'
import { Banner } from '@/components/ui/banner'
import type { Formats } from '@/lib/i18n'
import { zoneCity } from '@/lib/i18n'

type ReplyPromiseProps = {
  /** Null: the topic promises nothing. */
  due: Date | null
  formats: Formats
  /** An urgent topic: the team is alerted at once, and this is what holds where the case is none. */
  urgent?: boolean
}

/** "We reply by Mon 23 Nov, 12:00, your time": before sending and on the confirmation. */
export function ReplyPromise({ due, formats, urgent }: ReplyPromiseProps) {
  const t = useTranslations('newRequest.promise')
  if (!due) return <Banner>{t('none')}</Banner>
  const values = { when: formats.promise(due), place: zoneCity(formats.zone) }
  return (
    <Banner>
      <p className="mb-1 text-16">
        {t.rich(urgent ? 'notUrgent' : 'by', {
          ...values,
          b: (chunks) => <b className="whitespace-nowrap font-strong">{chunks}</b>,
        })}
      </p>
      <p>{t('hours')}</p>
    </Banner>
  )
}
