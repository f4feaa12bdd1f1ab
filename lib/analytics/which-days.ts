import { dayNumberOf } from '@/lib/calendar'
import { type DaysFault, MOST_DAYS, USUAL_DAYS } from './schema'

export type Days = { from: string; to: string; days: string[]; fault: DaysFault | null }

/**
 * Which days a report shows, first and last included; all are written YYYY-MM-DD. Not said or no date: the last 30 up to
 * `today`. Too many: the last 366 of them. The first after the last: the usual ones up to the last.
 */
export function whichDays(asked: { from?: string | undefined; to?: string | undefined }, today: string): Days {
  const last = number(asked.to) ?? number(today)
  if (last === undefined) throw new RangeError(`no such date: ${today}`)
  const first = number(asked.from) ?? last - USUAL_DAYS + 1
  if (first > last) return span(last - USUAL_DAYS + 1, last, 'inverted')
  if (last - first >= MOST_DAYS) return span(last - MOST_DAYS + 1, last, 'too_long')
  return span(first, last, null)
}

/** The day after `day`, both YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return written((number(day) ?? Number.NaN) + 1)
}

function span(first: number, last: number, fault: DaysFault | null): Days {
  const days = Array.from({ length: last - first + 1 }, (_, index) => written(first + index))
  return { from: written(first), to: written(last), days, fault }
}

/** Only days that a calendar on the wall knows: four digits of a year, this century or close to it. */
function number(day: string | undefined): number | undefined {
  return day && /^(19|20|21)\d\d-/.test(day) ? dayNumberOf(day) : undefined
}

function written(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
