import fc from 'fast-check'
import { expect } from 'vitest'
import {
  type ClockEvent,
  type ClockState,
  clockOf,
  clockStates,
  explainDeadline,
  laterRounds,
  readClock,
  warnAt,
} from '@/lib/sla'
import { hoursFor, momentIn, window } from './calendar-arbitraries'
import { openMinutes } from './calendar-minutes'
import { MinuteWalk } from './minute-walk'
import { seenEnough } from './seen-enough'
import { day, minute } from './sla-worlds'

export const ours = (state: ClockState) => state === 'created' || state === 'in_progress'

/** Any order of states at whole minutes, beginning with the opening: more than the lifecycle would allow. */
export const conversation = (from: number, length: number): fc.Arbitrary<ClockEvent[]> =>
  fc
    .array(fc.tuple(fc.constantFrom(...clockStates), fc.integer({ min: 0, max: length })), { maxLength: 9 })
    .map((steps) => {
      let at = from
      const events: ClockEvent[] = [{ at: new Date(from), state: 'created' }]
      for (const [state, wait] of steps) {
        at += wait * minute
        events.push({ at: new Date(at), state })
      }
      return events
    })

/** The three clocks of 40 conversations in each of so many worlds, against somebody who watched the clock all along. */
export function watchTalks(worlds: number): void {
  let breached = 0
  let started = 0
  const worldsOfTalks = window.chain((around) =>
    fc.record({
      around: fc.constant(around),
      hours: hoursFor(around),
      talks: fc.array(
        fc.tuple(
          momentIn(around, minute).chain((from) => conversation(from.getTime(), 9 * 60)),
          fc.integer({ min: 1, max: 5 * 60 }),
          fc.nat(2 * 1440),
        ),
        { minLength: 40, maxLength: 40 },
      ),
    }),
  )
  fc.assert(
    fc.property(worldsOfTalks, ({ around, hours, talks }) => {
      const walk = new MinuteWalk(around.zone, around.from - 2 * day, around.to + 9 * day)
      const open = openMinutes(walk, hours)
      for (const [events, minutes, ahead] of talks) {
        const now = new Date((events.at(-1)?.at.getTime() ?? 0) + ahead * minute)
        const seen = watched(walk, open, events, minutes, now)
        for (const kind of ['first', 'next', 'solution'] as const) {
          const goal = kind === 'solution' ? 'resolution' : 'answer'
          const counted = kind === 'next' ? laterRounds(events).at(-1)?.events : events
          expect(seen[kind] === null).toBe(!counted)
          const told = seen[kind]
          if (!counted || !told) continue
          started++
          const clock = clockOf(hours, minutes * minute, counted, goal)
          const reading = readClock(hours, clock, now)
          expect(reading.consumed).toBe(told.spent * minute)
          expect(reading.breachedAt).toEqual(told.breachedAt)
          if (told.breachedAt) breached++
          expect(reading.state === 'running' || reading.state === 'breached').toBe(told.running)
          expect(warnAt(hours, clock, minute) !== null && !told.running).toBe(false)
          const way = explainDeadline(hours, minutes * minute, counted, now, goal)
          expect(way.segments.findLast(({ ahead }) => !ahead)?.spent ?? 0).toBe(told.spent * minute)
        }
      }
    }),
    { numRuns: worlds },
  )
  seenEnough(started, worlds * 40)
  seenEnough(breached, worlds * 4)
}

type Told = { spent: number; running: boolean; breachedAt: Date | null }

/**
 * Counts the open minutes of our turn one by one; an answer ends one count, and the partner's next word begins another. A
 * deadline that comes in the very minute of an answer is kept, in that of a question it is not.
 */
function watched(walk: MinuteWalk, open: boolean[], events: ClockEvent[], minutes: number, now: Date) {
  const left = [...events]
  const told: Record<'first' | 'next' | 'solution', Told | null> = { first: null, next: null, solution: null }
  const due = new Map<Told, Date>()
  let answers = 0
  let on: Told | null = null
  const solution: Told = { spent: 0, running: false, breachedAt: null }
  told.solution = solution
  const goOn = (one: Told, at: Date) => {
    // Closed with nothing left, and taken up again: due at once.
    if (!one.running && one.spent >= minutes) due.set(one, at)
    one.running = true
  }
  const stop = (one: Told, waits: boolean) => {
    if (one.running && waits && one.spent >= minutes) one.breachedAt ??= due.get(one) ?? null
    one.running = false
  }
  const enter = ({ at, state }: ClockEvent) => {
    if (ours(state)) {
      if (!on) {
        on = { spent: 0, running: true, breachedAt: null }
        told[answers === 0 ? 'first' : 'next'] = on
      }
      goOn(on, at)
      goOn(solution, at)
      return
    }
    if (on) stop(on, state === 'awaiting_partner')
    stop(solution, state !== 'completed')
    if (state !== 'answered') return
    answers++
    on = null
  }
  const count = (one: Told, index: number) => {
    if (!one.running) return
    if (one.spent >= minutes) one.breachedAt ??= due.get(one) ?? null
    if (!open[index]) return
    one.spent++
    if (one.spent === minutes) due.set(one, new Date(walk.instant(index) + minute))
  }
  for (let index = 0; walk.instant(index) < now.getTime() || left.length > 0; index++) {
    const instant = walk.instant(index)
    while (left[0] && left[0].at.getTime() <= instant) enter(left.shift() as ClockEvent)
    if (instant >= now.getTime()) continue
    if (on) count(on, index)
    count(solution, index)
  }
  return told
}
