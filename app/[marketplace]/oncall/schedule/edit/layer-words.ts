import type { translatorFor } from '@/lib/i18n'
import { formatsFor, type Locale } from '@/lib/i18n'
import type { RotationVersion, ShownHours } from '@/lib/oncall/schema'
import { weekdaysIn } from '../weekdays'

type Words = ReturnType<typeof translatorFor<'schedule'>>

/** "every week, hand-off Mon 09:00": how a layer turns, in words. */
export function turnsOf(t: Words, locale: Locale, { kind, length, anchor }: RotationVersion): string {
  const begins = new Date(`${anchor}:00Z`)
  const formats = formatsFor(locale, 'UTC')
  const day = weekdaysIn(locale)[(begins.getUTCDay() + 6) % 7]?.short ?? ''
  const at = kind === 'weekly' ? `${day} ${formats.time(begins)}` : formats.time(begins)
  return t('layer.turns', { every: t(`every.${kind}`, { length }), at })
}

/** "Mon, Tue, Wed 09:00 – 18:00" */
export function hoursLine(
  locale: Locale,
  { weekdays, from, to }: Pick<ShownHours, 'weekdays' | 'from' | 'to'>,
): string {
  const names = weekdaysIn(locale)
  const days = weekdays.map((day) => names[day - 1]?.short ?? '')
  return `${days.join(', ')} ${from} – ${to}`
}
