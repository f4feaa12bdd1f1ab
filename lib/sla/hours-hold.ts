import { type CalendarHours, type CalendarRefusal, calendarHours, type Holiday } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { canPromise } from './clock'

type Day = { date: string; name: string; open?: Holiday['open']; worksAsUsual?: boolean }

/** `hours_hold_no_promise`: carries {promises}, how many could not be kept in such hours. */
export type HoursWhy = CalendarRefusal | 'hours_hold_no_promise'

/**
 * Whether hours may be saved: they open often enough for a deadline to come, and hold every promise that is counted in them
 * (invariant 24). Asked before anything is written.
 */
export async function hoursHold(
  tx: Tx,
  now: Date,
  { marketplaceId, calendarId }: { marketplaceId: string; calendarId: string | null },
  week: Pick<CalendarHours, 'timeZone' | 'intervals'>,
  days: readonly Day[],
): Promise<Outcome<CalendarHours, HoursWhy>> {
  const { timeZone, intervals } = week
  const holidays = days
    .filter(({ worksAsUsual }) => !worksAsUsual)
    .map(({ date, name, open }) => ({ date, name, open }))
  const read = calendarHours.safeParse({ timeZone, intervals, holidays })
  if (!read.success) return refuse((read.error.issues[0]?.message ?? 'never_open') as CalendarRefusal)
  const policies =
    calendarId === null ? [] : await tx.slaPolicy.findMany({ where: { marketplaceId, calendarId, archivedAt: null } })
  const broken = policies.filter((policy) => !canPromise(read.data, longest(policy) * MINUTE, now))
  return broken.length > 0 ? refuse('hours_hold_no_promise', { promises: broken.length }) : ok(read.data)
}

type Targets = { firstAnswerMinutes: number; nextAnswerMinutes: number | null; resolutionMinutes: number | null }

/** The longest of what a policy promises, in business minutes. */
export function longest({ firstAnswerMinutes, nextAnswerMinutes, resolutionMinutes }: Targets): number {
  return Math.max(firstAnswerMinutes, nextAnswerMinutes ?? 0, resolutionMinutes ?? 0)
}
