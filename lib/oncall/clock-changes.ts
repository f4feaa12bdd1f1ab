import { wallAt } from '@/lib/calendar'
import type { ClockChange } from './schema'

const hour = 3_600_000
const day = 24 * hour

/** When clocks in `zone` are moved during [from, to), and by how many minutes (forward is positive). */
export function clockChanges(zone: string, from: Date, to: Date): ClockChange[] {
  const offset = (time: number) => wallAt(zone, time) - time
  const found: ClockChange[] = []
  for (let time = from.getTime(); time < to.getTime(); time += day) {
    let [low, high] = [time, Math.min(time + day, to.getTime() - 1)]
    if (offset(low) === offset(high)) continue
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (offset(middle) === offset(low)) low = middle
      else high = middle
    }
    found.push({ at: new Date(high), minutes: Math.round((offset(high) - offset(low)) / 60_000) })
  }
  return found
}
