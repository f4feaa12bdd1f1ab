import { dayOfWall, instantOfWall, wallAt, wallOf } from '@/lib/calendar'

/** The first instant after `now` at which clocks in `zone` (IANA) show `hour` (0 to 23); a skipped hour is its gap's end. */
export function nextDigest(now: Date, hour: number, zone: string): Date {
  const today = dayOfWall(wallAt(zone, now.getTime()))
  // Three days: a hour that is shown twice may have been today already, and may not be shown on the day after.
  for (const day of [today, today + 1, today + 2]) {
    const instant = instantOfWall(zone, wallOf(day, hour * 60), 'start')
    if (instant > now.getTime()) return new Date(instant)
  }
  throw new RangeError(`no digest hour in ${zone}`)
}
