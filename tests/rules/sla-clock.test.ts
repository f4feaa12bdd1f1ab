import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { business, type CalendarHours, isOpen } from '@/lib/calendar'
import { advanceClock, type ClockEvent, canPromise, clockOf, readClock, warnAt } from '@/lib/sla'
import { hoursFor, momentIn, window } from './calendar-arbitraries'
import { openMinutes } from './calendar-minutes'
import { MinuteWalk } from './minute-walk'

const minute = 60_000
const day = 24 * 60 * minute

type Pause = { from: number; to: number }

/** Runs from `created` on, waits for the partner during each pause; the pauses may overlap. */
function eventsOf(created: number, pauses: Pause[]): ClockEvent[] {
  const turns = pauses.flatMap(({ from, to }) => [
    { at: from, waits: 1 },
    { at: to, waits: -1 },
  ])
  turns.sort((a, b) => a.at - b.at || b.waits - a.waits)
  let waiting = 0
  const events: ClockEvent[] = [{ at: new Date(created), state: 'created' }]
  for (const { at, waits } of turns) {
    waiting += waits
    events.push({ at: new Date(at), state: waiting > 0 ? 'awaiting_partner' : 'in_progress' })
  }
  return events
}

function union(pauses: Pause[]): Pause[] {
  const merged: Pause[] = []
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to)
    else merged.push({ ...pause })
  }
  return merged
}

const later = (at: Date, ms: number) => new Date(at.getTime() + ms)
const target = fc.integer({ min: 1, max: 8 * 60 }).map((minutes) => minutes * minute)

/** A ticket made near a clock change and a few pauses after it; on whole minutes when `unit` is one. */
const world = (unit: number) =>
  window.chain((around) => {
    const pause = fc
      .tuple(momentIn(around, unit), fc.integer({ min: 0, max: day / unit }))
      .map(([from, length]) => ({ from: from.getTime(), to: from.getTime() + length * unit }))
    return fc
      .record({
        hours: hoursFor(around),
        created: momentIn(around, unit),
        pauses: fc.array(pause, { maxLength: 4 }),
        extra: pause,
        around: fc.constant(around),
      })
      .map(({ created, pauses, extra, ...rest }) => {
        const begin = created.getTime()
        const shift = (one: Pause) => (one.from < begin ? { from: begin, to: begin + one.to - one.from } : one)
        return { ...rest, created: begin, pauses: pauses.map(shift), extra: shift(extra) }
      })
  })
const many = { numRuns: 800 }

function dueOf(hours: CalendarHours, promise: number, events: ClockEvent[]): number {
  const { dueAt } = clockOf(hours, promise, events)
  if (!dueAt) throw new Error('the clock is not running')
  return dueAt.getTime()
}

describe('first-answer clock', () => {
  test('invariant 25: a pause never moves the deadline earlier, and in closed hours not at all', () => {
    let unmoved = 0
    fc.assert(
      fc.property(world(1000), target, ({ hours, created, pauses, extra }, promise) => {
        const before = dueOf(hours, promise, eventsOf(created, pauses))
        const after = dueOf(hours, promise, eventsOf(created, [...pauses, extra]))
        expect(after).toBeGreaterThanOrEqual(before)
        if (business(hours, new Date(extra.from), new Date(extra.to)) > 0) return
        expect(after).toBe(before)
        unmoved++
      }),
      many,
    )
    expect(unmoved).toBeGreaterThan(20)
  })

  test('invariant 25: overlapping pauses count as their union', () => {
    fc.assert(
      fc.property(world(1000), target, ({ hours, created, pauses, extra }, promise) => {
        const all = [...pauses, extra]
        const one = clockOf(hours, promise, eventsOf(created, all))
        const other = clockOf(hours, promise, eventsOf(created, union(all)))
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
          const running = clockOf(hours, promise, events)
          const atStop = readClock(hours, running, stopAt)
          const stopped = clockOf(hours, promise, [...events, { at: stopAt, state }])
          const reading = readClock(hours, stopped, later(stopAt, wait))
          expect(reading.state).toBe({ awaiting_partner: 'paused', answered: 'met', completed: 'closed' }[state])
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
        let clock = clockOf(hours, promise, events.slice(0, 1))
        for (const event of events.slice(1)) clock = advanceClock(hours, clock, event)
        expect(clock).toEqual(clockOf(hours, promise, events))
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
        const clock = clockOf(hours, promise, events)
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
        const before = clockOf(hours, promise, events)
        const changed = clockOf(hours, other, events)
        expect(clockOf(hours, promise, events)).toEqual(before)
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
          const clock = clockOf(hours, promise, eventsOf(created, pauses))
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
    expect(warned).toBeGreaterThan(100)
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
          expect(clockOf(hours, promise, swapped)).toEqual(
            clockOf(hours, promise, eventsOf(created, [{ ...extra, to: extra.from }])),
          )
        },
      ),
      { numRuns: 300 },
    )
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
})
