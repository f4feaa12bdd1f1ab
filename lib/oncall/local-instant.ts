import { instantOfWall } from '@/lib/calendar'
import { MINUTE } from '@/lib/foundation/clock'
import { wallOfAnchor } from './schema'

/** The instant at which clocks in `zone` show 'YYYY-MM-DDTHH:MM'; undefined when the text is no local time. */
export function localInstant(zone: string, text: string, edge: 'start' | 'end' = 'start'): Date | undefined {
  const wall = wallOfAnchor(text)
  return wall === undefined ? undefined : new Date(instantOfWall(zone, wall, edge))
}

/**
 * From when an edit is to hold: now when nothing is typed, or the minute that is running; null when it lies in the past,
 * which no edit may change.
 */
export function fromWhen(zone: string, text: string, now: Date): Date | null {
  if (text === '') return now
  const from = localInstant(zone, text)
  if (!from || from.getTime() <= now.getTime() - MINUTE) return null
  return from < now ? now : from
}
