import { zoneCity } from '@/lib/i18n'
import type { Formats } from '@/lib/i18n/format'
import type { ContactHours } from '@/lib/integration/schema'

/** Monday of some week, at noon: weekday names are written from it. */
const MONDAY = Date.UTC(2026, 0, 5, 12)

/** "Mon" to "Sun" in this language, ISO weekday 1 to 7. */
export function weekdayName(locale: string, weekday: number): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
    MONDAY + (weekday - 1) * 86_400_000,
  )
}

/** What the sentence of a contact's hours needs: days on which they begin, from, to and the place. */
export function hoursValues(
  hours: ContactHours,
  asked: { days: number[]; from: string; to: string },
  formats: Formats,
) {
  const { days, from, to } = asked
  const names = days.map((day) => weekdayName(formats.locale, day))
  const inRow = days.length > 2 && days.every((day, place) => place === 0 || day === (days[place - 1] ?? 0) + 1)
  return {
    days: inRow ? `${names[0]}–${names.at(-1)}` : formats.list(names),
    from,
    to,
    place: zoneCity(hours.timeZone),
  }
}
