import { describe, expect, test } from 'vitest'
import { type CalendarHours, calendarHours, nextOpening } from '@/lib/calendar'
import { always, weekdays } from './calendar-arbitraries'

function refusalOf(hours: unknown): string | undefined {
  return calendarHours.safeParse(hours).error?.issues[0]?.message
}

const office = weekdays('Europe/Rome', ['09:00', '13:00'], ['14:00', '18:00'])
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)

/** `first` and the same weekday of the following weeks, `count` in all, as closed holidays. */
function weeksClosed(first: string, count: number) {
  const begin = Date.parse(first)
  return Array.from({ length: count }, (_, week) => ({ date: dayOf(begin + week * 7 * 86_400_000), name: 'Closed' }))
}

const onlyMondays: CalendarHours = {
  timeZone: 'Europe/Rome',
  intervals: [{ weekday: 1, from: '02:00', to: '03:00' }],
  holidays: [],
}

describe('calendar hours', () => {
  test('accepts office hours with a break, round the clock, and holidays with hours of their own', () => {
    expect(refusalOf(office)).toBeUndefined()
    expect(refusalOf(always('Asia/Kathmandu'))).toBeUndefined()
    const holidays = [
      { date: '2026-12-24', name: 'Vigilia', open: [{ from: '09:00', to: '12:00' }] },
      { date: '2026-12-25', name: 'Natale' },
      { date: '2026-12-26', name: 'Santo Stefano', open: [] },
    ]
    expect(refusalOf({ ...office, holidays })).toBeUndefined()
  })

  test.each<[string, unknown, string]>([
    ['no hours at all', { ...office, intervals: [] }, 'never_open'],
    ['09:00-00:00 (S7)', { ...office, intervals: [{ weekday: 1, from: '09:00', to: '00:00' }] }, 'interval_inverted'],
    ['an empty span', { ...office, intervals: [{ weekday: 1, from: '09:00', to: '09:00' }] }, 'interval_inverted'],
    [
      'a time that does not exist',
      { ...office, intervals: [{ weekday: 1, from: '09:00', to: '25:00' }] },
      'invalid_time',
    ],
    [
      'hours that overlap',
      { ...office, intervals: [...office.intervals, { weekday: 3, from: '12:59', to: '13:30' }] },
      'interval_overlap',
    ],
    [
      'a holiday whose hours overlap',
      {
        ...office,
        holidays: [
          {
            date: '2026-12-24',
            name: 'x',
            open: [
              { from: '09:00', to: '11:00' },
              { from: '10:00', to: '12:00' },
            ],
          },
        ],
      },
      'interval_overlap',
    ],
    ['a date that does not exist', { ...office, holidays: [{ date: '2026-02-29', name: 'x' }] }, 'invalid_date'],
    [
      'a date twice',
      {
        ...office,
        holidays: [
          { date: '2026-12-25', name: 'x' },
          { date: '2026-12-25', name: 'y', open: [] },
        ],
      },
      'holiday_twice',
    ],
    ['an unknown zone', { ...office, timeZone: 'Europe/Atlantis' }, 'unknown_zone'],
    ['a bare offset as zone', { ...office, timeZone: '+02:00' }, 'unknown_zone'],
    ['holidays that swallow every week', { ...onlyMondays, holidays: weeksClosed('2026-01-05', 53) }, 'never_open'],
  ])('invariant 24: refuses %s', (_, hours, why) => {
    expect(refusalOf(hours)).toBe(why)
  })

  test('refuses unknown keys', () => {
    expect(calendarHours.safeParse({ ...office, extra: 1 }).success).toBe(false)
  })

  test('hours that touch are apart, in any order of the list', () => {
    const intervals = [
      { weekday: 2, from: '13:00', to: '24:00' },
      { weekday: 2, from: '00:00', to: '13:00' },
    ]
    expect(refusalOf({ ...office, intervals })).toBeUndefined()
  })

  test('invariant 24: whatever is accepted opens again within the search, also when a clock change takes one more week', () => {
    // The longest row of closed Sundays that is accepted, so placed that the next one loses its hour to the clock change.
    const hours = {
      timeZone: 'Europe/Rome',
      intervals: [{ weekday: 7, from: '02:00', to: '03:00' }],
      holidays: weeksClosed('2025-03-30', 52),
    }
    expect(hours.holidays.at(-1)?.date).toBe('2026-03-22')
    expect(refusalOf(hours)).toBeUndefined()
    expect(nextOpening(hours, new Date('2025-03-23T02:00Z'))).toEqual(new Date('2026-04-05T00:00Z'))
    expect(refusalOf({ ...hours, holidays: weeksClosed('2025-03-30', 53) })).toBe('never_open')
  })
})
