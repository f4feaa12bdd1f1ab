import type { Locale } from '@/lib/i18n'

/** The days of the week from Monday on, as this language writes them. */
export function weekdaysIn(locale: Locale): { short: string; long: string }[] {
  const name = (weekday: 'short' | 'long') => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2024, 0, 1 + day)))
  return days.map((day) => ({ short: name('short').format(day), long: name('long').format(day) }))
}
