import type { Locale } from '@/lib/i18n'

/** Short names of the days in this language, Monday first. */
export function daysOfWeek(locale: Locale): string[] {
  const write = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  // 1 January 2024 was a Monday.
  return [1, 2, 3, 4, 5, 6, 7].map((day) => write.format(new Date(Date.UTC(2024, 0, day))))
}
