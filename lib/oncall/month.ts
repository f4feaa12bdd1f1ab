import { toInstant } from '@/lib/calendar'

/** One month of a schedule's zone. `from` inclusive, `to` exclusive; `previous` and `next` are 'YYYY-MM'. */
export type Month = { month: string; previous: string; next: string; from: Date; to: Date }

/** The month named 'YYYY-MM' in `zone`, or null when the text names none. */
export function monthIn(zone: string, text: string | undefined): Month | null {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text ?? '') ?? []
  const number = Number(year) * 12 + Number(month) - 1
  if (!year || Number(month) < 1 || Number(month) > 12 || Number(year) < 1970 || Number(year) > 2200) return null
  return {
    month: nameOf(number),
    previous: nameOf(number - 1),
    next: nameOf(number + 1),
    from: toInstant(`${nameOf(number)}-01`, '00:00', zone, 'start'),
    to: toInstant(`${nameOf(number + 1)}-01`, '00:00', zone, 'start'),
  }
}

/** The month of `zone` that `instant` falls into. */
export function monthOf(zone: string, instant: Date): Month {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit' }).formatToParts(
    instant,
  )
  const value = (type: string) => parts.find((part) => part.type === type)?.value
  const found = monthIn(zone, `${value('year')}-${value('month')}`)
  if (!found) throw new RangeError('an instant beyond the calendar')
  return found
}

function nameOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
