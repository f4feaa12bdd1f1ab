import { dayNumberOf, minutesOf, weekdayOfDay } from './local-time'
import type { CalendarHours } from './schema'
import { dayOfWall, instantOfWall, wallAt, wallOf } from './zone'

export type Span = { from: number; to: number }

type Minutes = { from: number; to: number }

/**
 * The open spans that meet [from, to) as epoch milliseconds, in order, clipped to it and never overlapping; neighbours
 * may touch. Yields while walking, so a caller that has enough stops paying.
 *
 * @throws RangeError when the hours name a zone, date or time that does not exist
 */
export function* openSpans(hours: CalendarHours, from: number, to: number): Generator<Span> {
  const zone = hours.timeZone
  const opening = openingHours(hours)
  // A day more on either side: an ambiguous midnight belongs to two days.
  const lastDay = dayOfWall(wallAt(zone, to)) + 1
  let reached = from
  for (let day = dayOfWall(wallAt(zone, from)) - 1; day <= lastDay; day++) {
    for (const { from: opens, to: closes } of opening(day)) {
      const start = Math.max(reached, instantOfWall(zone, wallOf(day, opens), 'start'))
      const end = Math.min(to, instantOfWall(zone, wallOf(day, closes), 'end'))
      if (start >= end) continue
      reached = end
      yield { from: start, to: end }
    }
  }
}

/** What a day (days since 1970-01-01) is open, in minutes after its midnight and in order. */
function openingHours(hours: CalendarHours): (day: number) => Minutes[] {
  const weekly: Minutes[][] = [[], [], [], [], [], [], [], []]
  for (const interval of hours.intervals) weekly[interval.weekday]?.push(toMinutes(interval))
  for (const spans of weekly) spans.sort(byStart)
  const special = new Map<number, Minutes[]>()
  for (const { date, open = [] } of hours.holidays) {
    const day = dayNumberOf(date)
    if (day === undefined) throw new RangeError(`no such date: ${date}`)
    special.set(day, open.map(toMinutes).sort(byStart))
  }
  return (day) => special.get(day) ?? weekly[weekdayOfDay(day)] ?? []
}

function toMinutes({ from, to }: { from: string; to: string }): Minutes {
  const opens = minutesOf(from)
  const closes = minutesOf(to)
  if (opens === undefined || closes === undefined) throw new RangeError(`no such hours: ${from} to ${to}`)
  return { from: opens, to: closes }
}

function byStart(a: Minutes, b: Minutes): number {
  return a.from - b.from
}
