import { toInstant, wallAt } from '@/lib/calendar'
import { after, DAY, MINUTE } from '@/lib/foundation/clock'
import { FARTHEST_PAUSE, LONGEST_PAUSE } from './schema'

/** Why a maintenance cannot have these times, or null when it can. */
export type PauseFault = 'pause_backwards' | 'pause_too_long' | 'pause_too_far'

/** `from`: when it begins, not before `now`. */
export function pauseFault(now: Date, from: Date, until: Date): PauseFault | null {
  if (until <= from || until <= now) return 'pause_backwards'
  if (until > after(from, LONGEST_PAUSE * DAY)) return 'pause_too_long'
  return from > after(now, FARTHEST_PAUSE * DAY) ? 'pause_too_far' : null
}

type Ends = { fromAt: Date; untilAt: Date; remindedAt: Date | null }

/**
 * When the worker looks at a maintenance next: to remind of its end `reminderMinutes` before, then to end it. One that is
 * no longer than that has no reminder, because who has just begun it knows.
 */
export function nextLook({ fromAt, untilAt, remindedAt }: Ends, reminderMinutes: number, now: Date): Date {
  const remindAt = after(untilAt, -reminderMinutes * MINUTE)
  const reminds = reminderMinutes > 0 && remindedAt === null && remindAt > fromAt && remindAt > now
  return reminds ? remindAt : untilAt
}

/** 'YYYY-MM-DDTHH:MM' on clocks in `zone` as an instant; undefined when there is no such date or zone. */
export function instantIn(local: string, zone: string): Date | undefined {
  const [date = '', time = ''] = local.split('T')
  try {
    return toInstant(date, time.slice(0, 5), zone, 'start')
  } catch {
    return undefined
  }
}

/** What clocks in `zone` show at `instant`, as a date and time field takes it: 'YYYY-MM-DDTHH:MM'. */
export function localIn(instant: Date, zone: string): string {
  return new Date(wallAt(zone, instant.getTime())).toISOString().slice(0, 16)
}
