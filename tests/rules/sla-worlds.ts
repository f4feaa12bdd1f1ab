import fc from 'fast-check'
import type { CalendarHours } from '@/lib/calendar'
import { type Clock, type ClockEvent, clockOf, laterRounds } from '@/lib/sla'
import { hoursFor, momentIn, window } from './calendar-arbitraries'

export const minute = 60_000
export const day = 24 * 60 * minute

export type Pause = { from: number; to: number }

/** Runs from `begun` on, waits for the partner during each pause; the pauses may overlap. */
export function eventsOf(begun: number, pauses: Pause[]): ClockEvent[] {
  const turns = pauses.flatMap(({ from, to }) => [
    { at: from, waits: 1 },
    { at: to, waits: -1 },
  ])
  turns.sort((a, b) => a.at - b.at || b.waits - a.waits)
  let waiting = 0
  const events: ClockEvent[] = [{ at: new Date(begun), state: 'created' }]
  for (const { at, waits } of turns) {
    waiting += waits
    events.push({ at: new Date(at), state: waiting > 0 ? 'awaiting_partner' : 'in_progress' })
  }
  return events
}

export function union(pauses: Pause[]): Pause[] {
  const merged: Pause[] = []
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to)
    else merged.push({ ...pause })
  }
  return merged
}

export const target = fc.integer({ min: 1, max: 8 * 60 }).map((minutes) => minutes * minute)

/** A ticket made near a clock change and a few pauses after it; on whole minutes when `unit` is one. */
export const world = (unit: number) =>
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

/** A clock over the turns of `events`, the first of which begins it. */
export type Reckon = (hours: CalendarHours, promise: number, events: readonly ClockEvent[]) => Clock

/** What went before, as hours before the turns that are looked at: each ends with an answer of ours. */
const pasts: [state: ClockEvent['state'], hoursBefore: number][][] = [
  [
    ['created', 30],
    ['answered', 6],
  ],
  [
    ['created', 90],
    ['awaiting_partner', 80],
    ['in_progress', 70],
    ['answered', 60],
    ['in_progress', 50],
    ['answered', 2],
  ],
  // A question right after an answer: nobody owes anything until it is replied to.
  [
    ['created', 40],
    ['answered', 30],
    ['awaiting_partner', 1],
  ],
  // Answered and taken up again in the same instant.
  [
    ['created', 4],
    ['in_progress', 3],
    ['answered', 0],
  ],
]

/** The turns as they stand after an earlier conversation, and its next-answer clock as their newest round tells it. */
const afterAnswer: Reckon = (hours, promise, events) => {
  const [first, ...rest] = events
  if (!first) throw new Error('no turn begins it')
  const past = pasts[Math.abs(Math.round(first.at.getTime() / minute)) % pasts.length] ?? []
  const earlier = past.map(([state, before]) => ({ state, at: new Date(first.at.getTime() - before * 60 * minute) }))
  const round = laterRounds([...earlier, { ...first, state: 'in_progress' }, ...rest]).at(-1)
  if (!round) throw new Error('no round was begun')
  return clockOf(hours, promise, round.events)
}

const untilSolved: Reckon = (hours, promise, events) => clockOf(hours, promise, events, 'resolution')

/** The three sorts of clock: what holds for one holds for the others. */
export const kinds: [kind: string, reckon: Reckon][] = [
  ['first answer', clockOf],
  ['next answer', afterAnswer],
  ['resolution', untilSolved],
]
