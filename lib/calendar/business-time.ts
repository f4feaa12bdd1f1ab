import { openSpans, type Span } from './open-spans'
import { type CalendarHours, longestClosureDays, type OpenSegment } from './schema'

const day = 86_400_000

/** How far a search walks without meeting an open minute: the longest closure a calendar may have, and a month. */
const searchDays = longestClosureDays + 34

/** How far a deadline may lie ahead; beyond it the hours cannot carry the promise. */
const horizonDays = 20 * 366

/** The hours have no open minute within reach, or too few of them for what is to be counted. */
export class NoOpenTimeError extends RangeError {
  override name = 'NoOpenTimeError'
}

/** The open stretches of [from, to), in order, as long as they can be: neighbours that touch are one. */
export function openSegments(calendar: CalendarHours, from: Date, to: Date): OpenSegment[] {
  const merged: Span[] = []
  for (const span of openSpans(calendar, timeOf(from), timeOf(to))) {
    const last = merged.at(-1)
    if (last && last.to === span.from) last.to = span.to
    else merged.push({ ...span })
  }
  return merged.map((span) => ({ from: new Date(span.from), to: new Date(span.to) }))
}

/** Milliseconds of open time in [from, to); 0 when `to` is not after `from`. */
export function business(calendar: CalendarHours, from: Date, to: Date): number {
  let open = 0
  for (const span of openSpans(calendar, timeOf(from), timeOf(to))) open += span.to - span.from
  return open
}

/**
 * The earliest instant by which `ms` of open time have passed since `start`: a deadline that falls on closing time
 * stays there, and 0 ms is `start` itself, open or not.
 *
 * @throws NoOpenTimeError when no minute is open in 400 days, or `ms` needs more than twenty years of these hours
 */
export function addBusiness(calendar: CalendarHours, start: Date, ms: number): Date {
  if (!(ms >= 0)) throw new RangeError('business time to add must be 0 or more')
  let missing = ms
  if (missing === 0) return new Date(timeOf(start))
  for (const span of aheadOf(calendar, timeOf(start))) {
    const length = span.to - span.from
    if (length >= missing) return new Date(span.from + missing)
    missing -= length
  }
  throw new NoOpenTimeError('the calendar has too little open time for this deadline')
}

/**
 * The latest instant from which `ms` of open time are still to pass before `end`: "one hour before Tuesday 10:00" is
 * Tuesday 09:00, never Monday night. For `ms` above 0 the calendar is open at the answer.
 *
 * @throws NoOpenTimeError when twenty years before `end` do not hold `ms` of open time
 */
export function subtractBusiness(calendar: CalendarHours, end: Date, ms: number): Date {
  if (!(ms >= 0)) throw new RangeError('business time to subtract must be 0 or more')
  if (ms === 0) return new Date(timeOf(end))
  for (let days = 8; days <= horizonDays * 2; days *= 2) {
    let missing = ms
    for (const { from, to } of openSegments(calendar, new Date(end.getTime() - days * day), end).reverse()) {
      const length = to.getTime() - from.getTime()
      if (length >= missing) return new Date(to.getTime() - missing)
      missing -= length
    }
  }
  throw new NoOpenTimeError('the calendar has too little open time before this moment')
}

/** Whether `at` is inside working hours; closing time itself is outside. */
export function isOpen(calendar: CalendarHours, at: Date): boolean {
  const from = timeOf(at)
  for (const _ of openSpans(calendar, from, from + 1)) return true
  return false
}

/**
 * The next instant at which the calendar is open: `at` itself when it is open now.
 *
 * @throws NoOpenTimeError when no minute is open in 400 days
 */
export function nextOpening(calendar: CalendarHours, at: Date): Date {
  for (const span of aheadOf(calendar, timeOf(at))) return new Date(span.from)
  throw new NoOpenTimeError('the calendar does not open again')
}

/** Open spans from `start` on, as far as the horizon; gives up as soon as 400 days pass without one. */
function* aheadOf(calendar: CalendarHours, start: number): Generator<Span> {
  let reached = start
  while (reached < start + horizonDays * day) {
    const until = reached + searchDays * day
    let found = false
    for (const span of openSpans(calendar, reached, until)) {
      found = true
      yield span
    }
    if (!found) throw new NoOpenTimeError(`the calendar has no open minute in ${searchDays} days`)
    reached = until
  }
}

function timeOf(instant: Date): number {
  const time = instant.getTime()
  if (Number.isNaN(time)) throw new RangeError('not an instant')
  return time
}
