import { type CalendarHours, nextOpening, subtractBusiness } from '@/lib/calendar'
import type { Clock } from './schema'

/**
 * When to warn that the deadline is `lead` business milliseconds away: always inside working hours, never before the
 * clock started to run, and null while nothing is running towards a deadline. `lead` is above 0.
 */
export function warnAt(calendar: CalendarHours, clock: Clock, lead: number): Date | null {
  if (!(lead > 0)) throw new RangeError('a warning needs some time before the deadline')
  if (!clock.runningSince || !clock.dueAt || clock.breachedAt) return null
  const wanted = subtractBusiness(calendar, clock.dueAt, lead)
  return wanted < clock.runningSince ? nextOpening(calendar, clock.runningSince) : wanted
}
