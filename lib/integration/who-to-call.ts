import { isOpen } from '@/lib/calendar'
import type { ContactHours, Severity } from './schema'

/** A technical contact as the rule below reads it; of several the one with the lowest `position` stands first. */
export type Callable = {
  membershipId: string
  position: number
  /** The mildest severity she is called for: 'P0' only the most severe, 'P2' everything. */
  minSeverity: Severity
  /** Null: at any hour. */
  hours: ContactHours | null
}

/**
 * Whom of a company to call at `now` (000-11, 000-15): everybody whose severity fits and whose hours are open, in their
 * order. When it is nobody's hour, everybody whose severity fits: an emergency that waits for a working day is none.
 * Empty when no contact takes this severity; then the owners are called, which is the caller's to know.
 */
export function whoToCall(contacts: readonly Callable[], severity: Severity, now: Date): string[] {
  const fitting = contacts
    // 'P0' < 'P2' as text: who takes everything takes P0 too.
    .filter(({ minSeverity }) => minSeverity >= severity)
    .toSorted((a, b) => a.position - b.position || a.membershipId.localeCompare(b.membershipId))
  const awake = fitting.filter(({ hours }) => inHours(hours, now))
  return (awake.length > 0 ? awake : fitting).map(({ membershipId }) => membershipId)
}

/** Whether these hours are open at `now`. Hours that cannot be read count as open: a call too many beats none. */
export function inHours(hours: ContactHours | null, now: Date): boolean {
  if (!hours) return true
  try {
    return isOpen({ timeZone: hours.timeZone, intervals: hours.spans, holidays: [] }, now)
  } catch {
    return true
  }
}
