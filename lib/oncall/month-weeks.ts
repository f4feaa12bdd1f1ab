import { dayOfWall, instantOfWall, wallAt, wallOf, weekdayOfDay } from '@/lib/calendar'
import type { MonthDay, Stretch } from './schema'

/**
 * The days of a month in `zone` as a calendar sheet lays them out: weeks from Monday on, null where the week belongs to
 * another month. Each day holds the pieces of `shifts` that meet it, with where they lie in it (0 its beginning, 1 its
 * end). `shifts` tile the month and are named by their place in the list; the first is cut off by the month's beginning.
 */
export function monthWeeks(zone: string, { from, to }: Stretch, shifts: readonly Stretch[]): (MonthDay | null)[][] {
  const [first, last] = [from, to].map((at) => dayOfWall(wallAt(zone, at.getTime()))) as [number, number]
  const weeks: (MonthDay | null)[][] = []
  let week: (MonthDay | null)[] = Array.from({ length: weekdayOfDay(first) - 1 }, () => null)
  for (let day = first; day < last; day++) {
    week.push(dayOf(zone, day, shifts))
    if (week.length === 7) {
      weeks.push(week)
      week = []
    }
  }
  if (week.length > 0) weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)])
  return weeks
}

function dayOf(zone: string, day: number, shifts: readonly Stretch[]): MonthDay {
  const begin = instantOfWall(zone, wallOf(day, 0), 'start')
  const end = instantOfWall(zone, wallOf(day + 1, 0), 'start')
  // A day that a zone skipped altogether (Apia, 30 December 2011) has no length and holds nothing.
  const place = (at: number) => (end > begin ? (Math.min(Math.max(at, begin), end) - begin) / (end - begin) : 0)
  return {
    date: new Date(wallOf(day, 0)).toISOString().slice(0, 10),
    from: new Date(begin),
    to: new Date(end),
    pieces: shifts.flatMap((shift, index) => {
      const [starts, stops] = [shift.from.getTime(), shift.to.getTime()]
      if (starts >= end || stops <= begin) return []
      return [{ shift: index, start: place(starts), end: place(stops), begins: index > 0 && starts >= begin }]
    }),
  }
}
