import { dayNumberOf, minutesOf } from './local-time'
import { type Edge, instantOfWall, wallOf } from './zone'

/**
 * The instant at which clocks in `zone` show `localTime` on `localDate`. Monotone: a later local time never gives an
 * earlier instant. A time that a clock change skips is the first instant after the gap; a time shown twice is the
 * first one for a 'start' and the last one for an 'end', so that hours overlap rather than leave a hole.
 * `localDate` is 'YYYY-MM-DD'; `localTime` is 'HH:MM', or '24:00' for the end of that day.
 *
 * @throws RangeError for a date, time or zone that does not exist
 */
export function toInstant(localDate: string, localTime: string, zone: string, edge: Edge): Date {
  const day = dayNumberOf(localDate)
  const minutes = minutesOf(localTime)
  if (day === undefined || minutes === undefined) throw new RangeError(`no such local time: ${localDate} ${localTime}`)
  return new Date(instantOfWall(zone, wallOf(day, minutes), edge))
}
