import * as z from 'zod/mini'
import { dayNumberOf, isZone, minutesOf, weekdayOfDay } from './local-time'

export { dayNumberOf, isZone, minutesOf, weekdayOfDay }

/** Longest closure in days that a calendar may contain; the search for an open minute looks a little further. */
export const longestClosureDays = 366

/** Why hours are refused; the form turns each into a sentence. */
export type CalendarRefusal =
  | 'unknown_zone'
  | 'invalid_date'
  | 'invalid_time'
  | 'interval_inverted'
  | 'interval_overlap'
  | 'holiday_twice'
  | 'never_open'

const why = (reason: CalendarRefusal) => ({ error: reason })

const localDate = z.string().check(z.refine((text) => dayNumberOf(text) !== undefined, why('invalid_date')))
const localTime = z.string().check(z.refine((text) => minutesOf(text) !== undefined, why('invalid_time')))

const span = z
  .strictObject({ from: localTime, to: localTime })
  .check(z.refine(({ from, to }) => isForward(from, to), why('interval_inverted')))

const interval = z
  .strictObject({ weekday: z.int().check(z.gte(1), z.lte(7)), from: localTime, to: localTime })
  .check(z.refine(({ from, to }) => isForward(from, to), why('interval_inverted')))

const holiday = z.strictObject({
  date: localDate,
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  open: z.optional(z.array(span).check(z.maxLength(12), z.refine(areApart, why('interval_overlap')))),
})

/**
 * A marketplace's working hours. `intervals` repeat every week (ISO weekday, Monday 1), several a day; `to` may be
 * '24:00'. A holiday closes its date, or opens it only during `open`. Dates and times are those of `timeZone`.
 */
export const calendarHours = z
  .strictObject({
    timeZone: z.string().check(z.refine(isZone, why('unknown_zone'))),
    intervals: z.array(interval).check(
      z.maxLength(84),
      z.refine(
        (all) => weekdays.every((day) => areApart(all.filter((one) => one.weekday === day))),
        why('interval_overlap'),
      ),
    ),
    holidays: z.array(holiday).check(
      z.maxLength(1000),
      z.refine((all) => new Set(all.map((one) => one.date)).size === all.length, why('holiday_twice')),
    ),
  })
  .check(z.refine(opensOften, { ...why('never_open'), path: ['intervals'] }))

export type CalendarHours = z.infer<typeof calendarHours>
export type Interval = z.infer<typeof interval>
export type Holiday = z.infer<typeof holiday>

/** A stretch of open time, `from` inclusive, `to` exclusive. */
export type OpenSegment = { from: Date; to: Date }

const weekdays = [1, 2, 3, 4, 5, 6, 7]

function isForward(from: string, to: string): boolean {
  return (minutesOf(from) ?? 0) < (minutesOf(to) ?? 0)
}

/** Touching is allowed (09:00-13:00, 13:00-17:00); sharing a minute is not. */
function areApart(spans: readonly { from: string; to: string }[]): boolean {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.every((one, index) => {
    const next = sorted[index + 1]
    return next === undefined || one.to <= next.from
  })
}

/**
 * False when no weekly hour exists, or when holidays swallow every one of them for longer than a year: a deadline
 * counted in such hours would never come.
 */
function opensOften(hours: { intervals: Interval[]; holidays: Holiday[] }): boolean {
  const openWeekdays = new Set(hours.intervals.map(({ weekday }) => weekday))
  if (openWeekdays.size === 0) return false
  const swallowed = hours.holidays
    .filter(({ open }) => open === undefined || open.length === 0)
    .flatMap(({ date }) => dayNumberOf(date) ?? [])
  const closed = new Set(swallowed)
  const opens = (dayNumber: number) => openWeekdays.has(weekdayOfDay(dayNumber)) && !closed.has(dayNumber)
  // Without a swallowed day the week itself opens, so it is enough to walk on from each of them.
  return swallowed.every((start) => {
    for (let ahead = 0; ahead <= longestClosureDays; ahead++) if (opens(start + ahead)) return true
    return false
  })
}
