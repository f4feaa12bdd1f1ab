import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusiness,
  business,
  type CalendarHours,
  isOpen,
  NoOpenTimeError,
  nextOpening,
  openSegments,
  subtractBusiness,
} from '@/lib/calendar'
import { always, hoursFor, momentIn, weekdays, window } from './calendar-arbitraries'
import { openMinutes } from './calendar-minutes'
import { MinuteWalk } from './minute-walk'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Hours, and three moments near a clock change, in order. */
const world = window.chain((around) =>
  fc
    .tuple(hoursFor(around), momentIn(around, 1000), momentIn(around, 1000), momentIn(around, 1000))
    .map(([hours, ...moments]) => {
      const [a, b, c] = moments.sort((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
      return { hours, a, b, c }
    }),
)
/** Small enough that one open minute a week still holds two of them within the horizon. */
const amount = fc.oneof(
  fc.integer({ min: 1, max: 8 * hour }),
  fc.integer({ min: 1, max: 8 * 60 }).map((m) => m * minute),
)
const many = { numRuns: 1500 }
const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

describe('business time', () => {
  test('invariant 23: business(a, c) = business(a, b) + business(b, c)', () => {
    fc.assert(
      fc.property(world, ({ hours, a, b, c }) => {
        expect(business(hours, a, c)).toBe(business(hours, a, b) + business(hours, b, c))
        expect(business(hours, c, a)).toBe(a < c ? 0 : business(hours, a, c))
      }),
      many,
    )
  })

  test('invariant 23, S18: round the clock, business time is elapsed time in any zone', () => {
    fc.assert(
      fc.property(
        window.chain((around) => fc.tuple(fc.constant(around.zone), momentIn(around, 1), momentIn(around, 1))),
        ([zone, x, y]) => {
          const [a, b] = x < y ? [x, y] : [y, x]
          expect(business(always(zone), a, b)).toBe(b.getTime() - a.getTime())
          expect(addBusiness(always(zone), a, b.getTime() - a.getTime())).toEqual(b)
          expect(openSegments(always(zone), a, b)).toEqual(a < b ? [{ from: a, to: b }] : [])
        },
      ),
      many,
    )
  })

  test('invariant 24: addBusiness is the least inverse', () => {
    fc.assert(
      fc.property(world, amount, ({ hours, a }, ms) => {
        const end = addBusiness(hours, a, ms)
        expect(business(hours, a, end)).toBe(ms)
        expect(business(hours, a, later(end, -1))).toBe(ms - 1)
        expect(addBusiness(hours, a, 0)).toEqual(a)
      }),
      many,
    )
  })

  test('invariant 24: addBusiness is monotone in start and in amount, and adds up', () => {
    fc.assert(
      fc.property(world, amount, amount, ({ hours, a, b }, ms, more) => {
        const end = addBusiness(hours, a, ms)
        expect(end.getTime()).toBeLessThanOrEqual(addBusiness(hours, b, ms).getTime())
        expect(end.getTime()).toBeLessThan(addBusiness(hours, a, ms + more).getTime())
        expect(addBusiness(hours, end, more)).toEqual(addBusiness(hours, a, ms + more))
      }),
      many,
    )
  })

  test('subtractBusiness is the greatest inverse, and the calendar is open there', () => {
    fc.assert(
      fc.property(world, amount, ({ hours, c }, ms) => {
        const start = subtractBusiness(hours, c, ms)
        expect(business(hours, start, c)).toBe(ms)
        expect(business(hours, later(start, 1), c)).toBe(ms - 1)
        expect(isOpen(hours, start)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('S20: isOpen agrees with business time', () => {
    fc.assert(
      fc.property(world, ({ hours, a }) => {
        expect(isOpen(hours, a)).toBe(business(hours, a, later(a, 1)) === 1)
      }),
      many,
    )
  })

  test('nextOpening is the first open instant from there on', () => {
    fc.assert(
      fc.property(world, ({ hours, a }) => {
        const opens = nextOpening(hours, a)
        expect(isOpen(hours, opens)).toBe(true)
        expect(business(hours, a, opens)).toBe(0)
        expect(opens.getTime() === a.getTime()).toBe(isOpen(hours, a))
      }),
      many,
    )
  })

  test('open segments are apart, in order, inside what was asked, and sum up to business time', () => {
    fc.assert(
      fc.property(world, ({ hours, a, c }) => {
        let sum = 0
        let last = a.getTime() - 1
        for (const { from, to } of openSegments(hours, a, c)) {
          expect(from.getTime()).toBeGreaterThan(last)
          expect(to.getTime()).toBeGreaterThan(from.getTime())
          expect(to.getTime()).toBeLessThanOrEqual(c.getTime())
          last = to.getTime()
          sum += to.getTime() - from.getTime()
        }
        expect(sum).toBe(business(hours, a, c))
      }),
      many,
    )
  })

  test('invariant 22: the formula equals counting minutes on a watched clock', () => {
    fc.assert(
      fc.property(
        window.chain((around) => fc.tuple(fc.constant(around), hoursFor(around), momentIn(around), momentIn(around))),
        ([around, hours, x, y]) => {
          const walk = new MinuteWalk(around.zone, around.from - 2 * day, around.to + 2 * day)
          const open = openMinutes(walk, hours)
          const [a, b] = x < y ? [x, y] : [y, x]
          let counted = 0
          for (let index = 0; index < open.length; index++) {
            const instant = walk.instant(index)
            if (instant >= a.getTime() && instant < b.getTime() && open[index]) counted++
          }
          expect(business(hours, a, b)).toBe(counted * minute)
        },
      ),
      { numRuns: 250 },
    )
  })

  test('S7, invariant 24: hours that never open end in an error, not in an endless search', () => {
    const never: CalendarHours = { timeZone: 'Europe/Rome', intervals: [], holidays: [] }
    const now = new Date('2026-01-01T00:00Z')
    expect(() => addBusiness(never, now, 1)).toThrow(NoOpenTimeError)
    expect(() => nextOpening(never, now)).toThrow(new NoOpenTimeError('the calendar has no open minute in 400 days'))
    expect(() => subtractBusiness(never, now, 1)).toThrow(NoOpenTimeError)
    expect(isOpen(never, now)).toBe(false)
    expect(business(never, now, later(now, 400 * day))).toBe(0)
    expect(addBusiness(never, now, 0)).toEqual(now)
    const rarely = { ...never, intervals: [{ weekday: 1, from: '09:00', to: '09:01' }] }
    expect(() => addBusiness(rarely, now, 40 * hour)).toThrow(NoOpenTimeError)
  })

  test('refuses what is no amount and no instant', () => {
    const office = weekdays('Europe/Rome', ['09:00', '17:00'])
    const now = new Date('2026-01-01T00:00Z')
    expect(() => addBusiness(office, now, -1)).toThrow(RangeError)
    expect(() => addBusiness(office, now, Number.NaN)).toThrow(RangeError)
    expect(() => subtractBusiness(office, now, -1)).toThrow(RangeError)
    expect(() => isOpen(office, new Date(Number.NaN))).toThrow(RangeError)
    expect(() => business(office, now, new Date(Number.NaN))).toThrow(RangeError)
  })

  test('a year of days costs single-digit milliseconds', () => {
    const office = weekdays('Europe/Rome', ['09:00', '13:00'], ['14:00', '18:00'])
    const run = () => {
      const begin = performance.now()
      business(office, new Date('2026-01-01T00:00Z'), new Date('2027-01-01T00:00Z'))
      return performance.now() - begin
    }
    expect(Math.min(...Array.from({ length: 8 }, run))).toBeLessThan(10)
  })
})
