import fc from 'fast-check'
import type { CalendarHours } from '@/lib/calendar'
import { sampledWindows, type Window, zoneYears } from './minute-walk'

const day = 86_400_000

export const zone = fc.constantFrom(...zoneYears.map(([name]) => name))

/** A moment near a clock change (or in an ordinary week), on a whole minute unless told otherwise. */
export function momentIn(window: Window, unit = 60_000) {
  return fc
    .integer({ min: 0, max: (window.to - window.from) / unit - 1 })
    .map((at) => new Date(window.from + at * unit))
}

export const window = fc.constantFrom(...sampledWindows())

/** Times around which clocks change, more often than their share. */
const minuteOfDay = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 30, 60, 90, 120, 135, 150, 165, 180, 1380, 1410, 1439, 1440) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15) },
)

export function timeText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Spans of one day in order; now and then two touch. */
const spans = fc
  .tuple(fc.uniqueArray(minuteOfDay, { minLength: 2, maxLength: 6 }), fc.boolean())
  .map(([cuts, touching]) => {
    const sorted = [...cuts].sort((a, b) => a - b)
    const found: { from: string; to: string }[] = []
    for (let index = 0; index + 1 < sorted.length; index += touching ? 1 : 2) {
      found.push({ from: timeText(sorted[index] ?? 0), to: timeText(sorted[index + 1] ?? 0) })
    }
    return found
  })

const week: fc.Arbitrary<CalendarHours['intervals']> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constant([1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))),
  },
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 7 }), spans), {
        minLength: 1,
        maxLength: 7,
        selector: ([weekday]) => weekday,
      })
      .map((days) => days.flatMap(([weekday, found]) => found.map((span) => ({ weekday, ...span })))),
  },
)

/** Hours in the window's zone, with holidays that fall into it. */
export function hoursFor(window: Window): fc.Arbitrary<CalendarHours> {
  const date = fc
    .integer({ min: -1, max: Math.ceil((window.to - window.from) / day) + 1 })
    .map((ahead) => new Date(window.from + ahead * day).toISOString().slice(0, 10))
  const holiday: fc.Arbitrary<CalendarHours['holidays'][number]> = fc.record(
    {
      date,
      name: fc.constant<string>('Festa'),
      open: fc.oneof(
        spans,
        spans.map(() => []),
      ),
    },
    { requiredKeys: ['date', 'name'] },
  )
  return fc.record({
    timeZone: fc.constant(window.zone),
    intervals: week,
    holidays: fc.uniqueArray(holiday, { maxLength: 2, selector: (one) => one.date }),
  })
}

/** Monday to Friday. */
export function weekdays(timeZone: string, ...hours: [from: string, to: string][]): CalendarHours {
  const intervals = [1, 2, 3, 4, 5].flatMap((weekday) => hours.map(([from, to]) => ({ weekday, from, to })))
  return { timeZone, intervals, holidays: [] }
}

export function always(timeZone: string): CalendarHours {
  const intervals = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
  return { timeZone, intervals, holidays: [] }
}
