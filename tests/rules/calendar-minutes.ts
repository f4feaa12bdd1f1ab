import type { CalendarHours } from '@/lib/calendar'
import type { MinuteWalk } from './minute-walk'

/**
 * Which minutes of the walk are open, told by watching the clock: a span opens when its time is first shown and closes
 * when its closing time is last shown; a time that is never shown counts as the first one after it.
 */
export function openMinutes(walk: MinuteWalk, hours: CalendarHours): boolean[] {
  const open = walk.walls.map(() => false)
  for (const day of walk.days()) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10)
    const weekday = new Date(day * 86_400_000).getUTCDay() || 7
    const holiday = hours.holidays.find((one) => one.date === date)
    const spans = holiday ? (holiday.open ?? []) : hours.intervals.filter((one) => one.weekday === weekday)
    for (const { from, to } of spans) {
      const opens = walk.indexOf(day * 1440 + minutes(from), 'start')
      const closes = walk.indexOf(day * 1440 + minutes(to), 'end')
      for (let index = opens; index < closes; index++) open[index] = true
    }
  }
  return open
}

export function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  return hours * 60 + rest
}
