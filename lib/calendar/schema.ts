import * as z from 'zod/mini'
import { dayNumberOf, isZone, minutesOf, weekdayOfDay } from './local-time'
import { areApart, areForward, type DaySpan, readSpans, writeSpans } from './read-spans'

export { type DaySpan, dayNumberOf, isZone, minutesOf, readSpans, weekdayOfDay, writeSpans }

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
  return areForward([{ from, to }])
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

/** A day's hours as one line of a form. */
const dayLine = z.string().check(
  z.trim(),
  z.maxLength(200),
  z.refine((line) => readSpans(line) !== undefined, why('invalid_time')),
  z.refine((line) => areForward(readSpans(line) ?? []), why('interval_inverted')),
  z.refine((line) => areApart(readSpans(line) ?? []), why('interval_overlap')),
)

/** '' for none, 'IT' for a country, 'ES-MD' for a part of it, 'DE-BY-A' for a part of that. */
const regionCode = z.string().check(z.regex(/^(?:[A-Z]{2}(?:-[A-Za-z0-9]{1,12}){0,2})?$/))

/**
 * A calendar as its form sends it: `day1` is Monday. `country` and `part` make the region its holidays come from; without
 * `calendarId` it is a new one.
 */
export const hoursInput = z.strictObject({
  calendarId: z.optional(z.uuid()),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  timeZone: z.string().check(z.refine(isZone, why('unknown_zone'))),
  country: regionCode,
  part: z.optional(regionCode),
  day1: dayLine,
  day2: dayLine,
  day3: dayLine,
  day4: dayLine,
  day5: dayLine,
  day6: dayLine,
  day7: dayLine,
})
export type HoursInput = z.infer<typeof hoursInput>

/** What a marketplace makes of a holiday: closed, as on any other day, or with hours of its own. */
export const dayChoices = ['closed', 'usual', 'hours', 'remove'] as const

/** What is to be done with one day: `hours` goes with that choice; `name` makes it one of our own. */
export const dayInput = z
  .strictObject({
    calendarId: z.uuid(),
    date: localDate,
    name: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(120))),
    choice: z.enum(dayChoices),
    hours: z.optional(dayLine),
  })
  .check(
    z.refine(({ choice, hours }) => choice !== 'hours' || (readSpans(hours ?? '') ?? []).length > 0, {
      error: 'required',
      path: ['hours'],
    }),
  )
export type DayInput = z.infer<typeof dayInput>

/** A calendar, without its hours. */
export type CalendarName = { id: string; name: string; timeZone: string; region: string | null; isDefault: boolean }

/** A day of a calendar's year. `source`: the region it comes from, or 'manual'. */
export type YearDay = {
  date: string
  name: string
  source: string
  open: DaySpan[]
  worksAsUsual: boolean
}
