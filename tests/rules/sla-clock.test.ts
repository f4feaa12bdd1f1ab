import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { business, type CalendarHours, isOpen } from '@/lib/calendar'
import { advanceClock, type ClockEvent, canPromise, clockOf, readClock, warnAt } from '@/lib/sla'
import { always } from './calendar-arbitraries'
import { openMinutes } from './calendar-minutes'
import { MinuteWalk } from './minute-walk'
import { seenEnough } from './seen-enough'
import { day, eventsOf, kinds, minute, type Reckon, target, union, world } from './sla-worlds'

const later = (at: Date, ms: number) => new Date(at.getTime() + ms)
const many = { numRuns: 800 }

function dueOf(reckon: Reckon, hours: CalendarHours, promise: number, events: ClockEvent[]): number {
  const { dueAt } = reckon(hours, promise, events)
  if (!dueAt) throw new Error('the clock is not running')
  return dueAt.getTime()
}

describe.each(kinds)('the %s clock', (_kind, reckon) => {
  test('invariant 23: what is consumed adds up, and around the clock it is the time that was ours', () => {
    fc.assert(
      fc.property(world(1000), target, fc.nat(4 * day), fc.nat(4 * day), (given, promise, wait, more) => {
        const { hours, created, pauses } = given
        const events = eventsOf(created, pauses)
        const clock = reckon(hours, promise, events)
        const last = events.at(-1)?.at ?? new Date(created)
        const [a, b] = [later(last, wait), later(last, wait + more)]
        const spent = (at: Date) => readClock(hours, clock, at).consumed
        expect(spent(b) - spent(a)).toBe(business(hours, a, b))
        const waited = union(pauses).reduce((sum, { from, to }) => sum + to - from, 0)
        const nonStop = always(hours.timeZone)
        const ours = readClock(nonStop, reckon(nonStop, promise, events), b).consumed
        expect(ours).toBe(b.getTime() - created - waited)
      }),
      many,
    )
  })

  test('invariant 24: the deadline is the first moment at which the promise is spent', () => {
    fc.assert(
      fc.property(world(1000), target, ({ hours, created, pauses }, promise) => {
        const clock = reckon(hours, promise, eventsOf(created, pauses))
        if (clock.breachedAt || !clock.dueAt) return
        expect(readClock(hours, clock, clock.dueAt).consumed).toBe(promise)
        expect(readClock(hours, clock, later(clock.dueAt, -1)).consumed).toBeLessThan(promise)
      }),
      many,
    )
  })

  test('invariant 25: a pause never moves the deadline earlier, and in closed hours not at all', () => {
    let unmoved = 0
    fc.assert(
      fc.property(world(1000), target, ({ hours, created, pauses, extra }, promise) => {
        const before = dueOf(reckon, hours, promise, eventsOf(created, pauses))
        const after = dueOf(reckon, hours, promise, eventsOf(created, [...pauses, extra]))
        expect(after).toBeGreaterThanOrEqual(before)
        if (business(hours, new Date(extra.from), new Date(extra.to)) > 0) return
        expect(after).toBe(before)
        unmoved++
      }),
      many,
    )
    seenEnough(unmoved, 20)
  })

  test('invariant 25: overlapping pauses count as their union', () => {
    fc.assert(
      fc.property(world(1000), target, ({ hours, created, pauses, extra }, promise) => {
        const all = [...pauses, extra]
        const one = reckon(hours, promise, eventsOf(created, all))
        const other = reckon(hours, promise, eventsOf(created, union(all)))
        expect({ ...one, changedAt: null }).toEqual({ ...other, changedAt: null })
      }),
      many,
    )
  })

  test('invariant 26: nothing breaches or warns while paused, met or closed', () => {
    const ending = fc.constantFrom('awaiting_partner', 'answered', 'completed')
    fc.assert(
      fc.property(
        world(1000),
        target,
        ending,
        fc.nat(30 * day),
        ({ hours, created, pauses, extra }, promise, state, wait) => {
          const events = eventsOf(created, pauses)
          const last = events.at(-1)?.at ?? new Date(created)
          const stopAt = later(last, extra.to - extra.from)
          const running = reckon(hours, promise, events)
          const atStop = readClock(hours, running, stopAt)
          const stopped = reckon(hours, promise, [...events, { at: stopAt, state }])
          const reading = readClock(hours, stopped, later(stopAt, wait))
          const solution = running.goal === 'resolution'
          const states = { awaiting_partner: 'paused', answered: 'met', completed: 'closed' }
          const ofSolution = { awaiting_partner: 'paused', answered: 'paused', completed: 'met' }
          expect(reading.state).toBe((solution ? ofSolution : states)[state])
          expect(reading.dueAt).toBeNull()
          expect(warnAt(hours, stopped, minute)).toBeNull()
          expect(reading.consumed).toBe(atStop.consumed)
          // What was broken stays broken, what was not never becomes so; at the very deadline only an answer keeps it.
          if (stopAt.getTime() !== running.dueAt?.getTime()) expect(reading.breachedAt).toEqual(atStop.breachedAt)
        },
      ),
      many,
    )
  })

  test('invariant 27: one event after the other equals recomputing from all of them', () => {
    fc.assert(
      fc.property(world(1000), target, fc.boolean(), ({ hours, created, pauses, extra }, promise, answered) => {
        const events = eventsOf(created, pauses)
        if (answered)
          events.push({ at: new Date((events.at(-1)?.at.getTime() ?? 0) + extra.to - extra.from), state: 'answered' })
        let clock = reckon(hours, promise, events.slice(0, 1))
        for (const event of events.slice(1)) clock = advanceClock(hours, clock, event)
        expect(clock).toEqual(reckon(hours, promise, events))
      }),
      many,
    )
  })

  test('invariants 22, 27: the same as counting open minutes of our turn on a watched clock', () => {
    fc.assert(
      fc.property(world(minute), target, fc.nat(4 * 1440), ({ hours, created, pauses, around }, promise, ahead) => {
        const events = eventsOf(created, pauses)
        const now = Math.max(...events.map(({ at }) => at.getTime())) + ahead * minute
        const walk = new MinuteWalk(around.zone, around.from - 2 * day, Math.max(now, around.to) + 2 * day)
        const open = openMinutes(walk, hours)
        let consumed = 0
        let due: number | undefined
        for (let index = 0; walk.instant(index) < now; index++) {
          const instant = walk.instant(index)
          const ours = instant >= created && !pauses.some(({ from, to }) => from <= instant && instant < to)
          if (!ours || !open[index]) continue
          consumed++
          if (consumed * minute === promise) due = instant + minute
        }
        const clock = reckon(hours, promise, events)
        const reading = readClock(hours, clock, new Date(now))
        expect(reading.consumed).toBe(consumed * minute)
        if (due !== undefined) expect(clock.dueAt).toEqual(new Date(due))
        else expect(clock.dueAt?.getTime()).toBeGreaterThanOrEqual(now)
        expect(reading.state).toBe(due !== undefined && now > due ? 'breached' : 'running')
      }),
      { numRuns: 250 },
    )
  })

  test('invariant 28: changing a policy and back restores the deadline', () => {
    fc.assert(
      fc.property(world(1000), target, target, ({ hours, created, pauses }, promise, other) => {
        const events = eventsOf(created, pauses)
        const before = reckon(hours, promise, events)
        const changed = reckon(hours, other, events)
        expect(reckon(hours, promise, events)).toEqual(before)
        if (other > promise) expect(changed.dueAt?.getTime()).toBeGreaterThan(before.dueAt?.getTime() ?? 0)
      }),
      many,
    )
  })

  test('invariant 29: a warning falls inside open hours, after the start and before the deadline', () => {
    let warned = 0
    fc.assert(
      fc.property(
        world(1000),
        target,
        fc.integer({ min: 1, max: 4 * 60 }),
        ({ hours, created, pauses }, promise, minutes) => {
          const clock = reckon(hours, promise, eventsOf(created, pauses))
          const warning = warnAt(hours, clock, minutes * minute)
          if (clock.breachedAt) {
            expect(warning).toBeNull()
            return
          }
          if (!warning || !clock.dueAt || !clock.runningSince) throw new Error('a running clock warns')
          warned++
          expect(isOpen(hours, warning)).toBe(true)
          expect(warning.getTime()).toBeLessThan(clock.dueAt.getTime())
          expect(warning.getTime()).toBeGreaterThanOrEqual(clock.runningSince.getTime())
          const left = Math.min(minutes * minute, promise - clock.consumed)
          expect(business(hours, warning, clock.dueAt)).toBe(left)
        },
      ),
      many,
    )
    seenEnough(warned, 100)
  })

  test('events that were written in the other order than they happened count no minute twice', () => {
    fc.assert(
      fc.property(
        world(1000),
        target,
        fc.integer({ min: 1, max: day }),
        ({ hours, created, extra }, promise, early) => {
          const events = eventsOf(created, [extra])
          const resumed = events.at(-1)
          if (!resumed) return
          const swapped = [...events.slice(0, -1), { ...resumed, at: new Date(extra.from - early) }]
          expect(reckon(hours, promise, swapped)).toEqual(
            reckon(hours, promise, eventsOf(created, [{ ...extra, to: extra.from }])),
          )
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('a promise that the hours cannot hold is told before it is saved', () => {
  const rarely: CalendarHours = {
    timeZone: 'Europe/Rome',
    intervals: [{ weekday: 1, from: '09:00', to: '09:01' }],
    holidays: [],
  }
  const now = new Date('2026-01-01T00:00Z')
  expect(canPromise(rarely, 10 * minute, now)).toBe(true)
  expect(canPromise(rarely, 2400 * minute, now)).toBe(false)
  expect(canPromise({ ...rarely, intervals: [] }, minute, now)).toBe(false)
  expect(() => clockOf(rarely, 0, [])).toThrow(RangeError)
  expect(() => warnAt(rarely, clockOf(rarely, minute, []), 0)).toThrow(RangeError)
})
