import { useTranslations } from 'next-intl'
import { type Formats, formatsFor, zoneCity } from '@/lib/i18n'
import { Tip } from './tip'

type TimeProps = {
  at: Date
  /** `formatsFor(locale, zone)` of the reader. */
  formats: Formats
  /** How it is written; `short` and `relative` need `now`. Default: `promise` ("Mon 23 Nov, 12:00"). */
  as?: 'promise' | 'exact' | 'time' | 'date' | 'short' | 'relative'
  now?: Date
  /** The other side's zone: shown with the exact time on hover and focus. */
  otherZone?: string
  /** Inside a link or a button, where a tip of its own may not take the focus: the words become a title. */
  plain?: boolean
}

/** An instant in the reader's zone; the exact time, and the other side's, are one hover or one Tab away. Server only. */
export function Time({ at, formats, as = 'promise', now, otherZone, plain }: TimeProps) {
  const t = useTranslations('ui.time')
  const needsNow = as === 'short' || as === 'relative'
  const text = needsNow ? formats[as](at, now ?? at) : formats[as](at)
  const there =
    otherZone && otherZone !== formats.zone
      ? t('there', { time: formatsFor(formats.locale, otherZone).promise(at), place: zoneCity(otherZone) })
      : undefined
  const tip = [needsNow ? formats.exact(at) : undefined, there].filter(Boolean).join(' · ')
  const time = (
    <time dateTime={at.toISOString()} title={plain && tip ? tip : undefined} className="whitespace-nowrap">
      {text}
    </time>
  )
  return tip && !plain ? <Tip text={tip}>{time}</Tip> : time
}
