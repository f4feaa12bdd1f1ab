import { describe, expect, test } from 'vitest'
import {
  addBusiness,
  business,
  type CalendarHours,
  calendarHours,
  isOpen,
  NoOpenTimeError,
  nextOpening,
  openSegments,
  subtractBusiness,
  toInstant,
  wallAt,
} from '@/lib/calendar'
import { dayNumberOf, isZone, minutesOf } from '@/lib/calendar/local-time'
import { instantOfWall } from '@/lib/calendar/zone'
import { weekdays } from './calendar-arbitraries'

const hour = 3_600_000
const day = 24 * hour
const at = (text: string) => new Date(text)
const office = weekdays('Europe/Rome', ['09:00', '13:00'], ['14:00', '18:00'])
/** One hour a week. */
const mondays: CalendarHours = {
  timeZone: 'Europe/Rome',
  intervals: [{ weekday: 1, from: '09:00', to: '10:00' }],
  holidays: [],
}
/* 2026-11-20 is a Friday. */
const friday = at('2026-11-20T08:00Z')

describe('business time: edges', () => {
  test('what is no instant or no length is a fault', () => {
    expect(() => business(office, at('nonsense'), friday)).toThrow('not an instant')
    expect(() => business(office, friday, at('nonsense'))).toThrow('not an instant')
    expect(() => addBusiness(office, friday, -1)).toThrow('business time to add must be 0 or more')
    expect(() => addBusiness(office, friday, Number.NaN)).toThrow(RangeError)
    expect(() => subtractBusiness(office, friday, -1)).toThrow('business time to subtract must be 0 or more')
    expect(() => subtractBusiness(office, friday, Number.NaN)).toThrow(RangeError)
    expect(() => wallAt('Europe/Rome', Number.NaN)).toThrow('not a time')
  })

  test('0 leads nowhere, also in closed hours', () => {
    const night = at('2026-11-21T23:17Z')
    expect(addBusiness(office, night, 0)).toEqual(night)
    expect(subtractBusiness(office, night, 0)).toEqual(night)
  })

  test('a promise that takes years is counted, up to twenty of them', () => {
    expect(addBusiness(mondays, at('2026-11-23T08:00Z'), 80 * hour)).toEqual(
      toInstant('2028-05-29', '10:00', 'Europe/Rome', 'end'),
    )
    expect(subtractBusiness(mondays, at('2028-05-29T08:00Z'), 80 * hour)).toEqual(
      toInstant('2026-11-23', '09:00', 'Europe/Rome', 'start'),
    )
    expect(business(mondays, subtractBusiness(mondays, friday, 620 * hour), friday)).toBe(620 * hour)
    expect(() => addBusiness(mondays, friday, 1_100 * hour)).toThrow('too little open time for this deadline')
    expect(() => subtractBusiness(mondays, friday, 2_000 * hour)).toThrow('too little open time before this moment')
  })

  test('hours that never open are said to be so', () => {
    const never = { ...mondays, intervals: [] }
    for (const ask of [() => addBusiness(never, friday, 1), () => nextOpening(never, friday)]) {
      expect(ask).toThrow(NoOpenTimeError)
      expect(ask).toThrow('the calendar has no open minute in 400 days')
      expect(ask).toThrow(expect.objectContaining({ name: 'NoOpenTimeError' }))
    }
  })

  test('hours count in whatever order they stand', () => {
    const shuffled = { ...office, intervals: office.intervals.toReversed() }
    const [from, to] = [at('2026-11-16T00:00Z'), at('2026-11-23T00:00Z')]
    expect(openSegments(shuffled, from, to)).toEqual(openSegments(office, from, to))
    const open = [
      { from: '15:00', to: '16:00' },
      { from: '09:00', to: '10:00' },
      { from: '11:00', to: '12:00' },
    ]
    const eve = (spans: typeof open) => ({
      ...office,
      holidays: [{ date: '2026-11-20', name: 'Vigilia', open: spans }],
    })
    expect(business(eve(open), from, to)).toBe(4 * 8 * hour + 3 * hour)
    expect(openSegments(eve(open), friday, to)).toEqual(openSegments(eve(open.toReversed()), friday, to))
  })

  test.each<[string, Partial<CalendarHours>, string]>([
    ['a date', { holidays: [{ date: '2026-02-30', name: 'x' }] }, 'no such date: 2026-02-30'],
    ['a beginning', { intervals: [{ weekday: 1, from: '9', to: '10:00' }] }, 'no such hours: 9 to 10:00'],
    ['an end', { intervals: [{ weekday: 1, from: '09:00', to: '25:00' }] }, 'no such hours: 09:00 to 25:00'],
  ])('stored hours with %s that is none are a fault, not a closed day', (_, wrong, why) => {
    expect(() => isOpen({ ...office, ...wrong }, friday)).toThrow(why)
    expect(() => isOpen({ ...office, ...wrong }, friday)).toThrow(RangeError)
  })
})

describe('local time: edges', () => {
  test('dates and times are as they are written, and nothing around them', () => {
    for (const date of ['x2026-03-29', '2026-03-29x', ' 2026-03-29', '02026-03-29', '2026-03-290', ''])
      expect(dayNumberOf(date)).toBeUndefined()
    for (const time of ['108:30', '08:301', 'x08:30', '08:30x', '24:000', '124:00', '24:01', ''])
      expect(minutesOf(time)).toBeUndefined()
    expect(minutesOf('24:00')).toBe(1440)
    expect(() => toInstant('2026-02-30', '09:00', 'Europe/Rome', 'start')).toThrow(
      'no such local time: 2026-02-30 09:00',
    )
    expect(() => toInstant('2026-02-03', '9:00', 'Europe/Rome', 'start')).toThrow('no such local time: 2026-02-03 9:00')
  })

  test('a zone is a name of the database, yes or no', () => {
    expect(isZone('Europe/Rome')).toBe(true)
    for (const name of ['Europe/Atlantis', '+02:00', '', '02:00']) expect(isZone(name)).toBe(false)
  })

  test('at the very instant of a change the wall shows the new time', () => {
    expect(wallAt('Europe/Rome', Date.UTC(2026, 2, 29, 1))).toBe(Date.UTC(2026, 2, 29, 3))
    expect(wallAt('Europe/Rome', Date.UTC(2026, 2, 29, 1) - 1)).toBe(Date.UTC(2026, 2, 29, 2) - 1)
    expect(wallAt('Europe/Rome', Date.UTC(2026, 9, 25, 1))).toBe(Date.UTC(2026, 9, 25, 2))
  })

  test('zones far from UTC find their time on both sides of every page of the zone table', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Chatham'])
      for (let page = 20; page < 50; page++)
        for (const ahead of [-14, -11, -1, 0, 1, 11, 14].map((hours) => hours * hour)) {
          const time = page * 512 * day + ahead
          const wall = wallAt(zone, time)
          expect([instantOfWall(zone, wall, 'start'), instantOfWall(zone, wall, 'end')]).toContain(time)
        }
  })
})

describe('calendar hours: edges', () => {
  const issueOf = (hours: unknown) => calendarHours.safeParse(hours).error?.issues[0]
  const dates = (first: string, every: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      new Date(Date.parse(first) + index * every * day).toISOString().slice(0, 10),
    )

  test('holidays with hours of their own swallow nothing, those with none do', () => {
    const closed = (open?: { from: string; to: string }[]) => ({
      ...mondays,
      holidays: dates('2026-01-05', 7, 53).map((date) => ({ date, name: 'Closed', ...(open && { open }) })),
    })
    expect(issueOf(closed([{ from: '09:00', to: '10:00' }]))).toBeUndefined()
    expect(issueOf(closed([]))?.message).toBe('never_open')
    expect(issueOf(closed())).toMatchObject({ message: 'never_open', path: ['intervals'] })
  })

  test('a closure of 366 days is the longest there may be', () => {
    // From Saturday 3 January 2026 the first Monday that is open is 366 days ahead.
    const holidays = ['2026-01-03', ...dates('2026-01-05', 7, 52)].map((date) => ({ date, name: 'Closed' }))
    expect(issueOf({ ...mondays, holidays })).toBeUndefined()
    const oneMore = [{ date: '2026-01-02', name: 'Closed' }, ...holidays]
    expect(issueOf({ ...mondays, holidays: oneMore })?.message).toBe('never_open')
  })

  test('hours of a holiday go forward', () => {
    const open = [{ from: '10:00', to: '09:00' }]
    expect(issueOf({ ...office, holidays: [{ date: '2026-12-24', name: 'x', open }] })?.message).toBe(
      'interval_inverted',
    )
  })
})
