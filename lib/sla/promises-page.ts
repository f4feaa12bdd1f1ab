import { authorize, type StaffActor } from '@/lib/authz'
import { type CalendarName, calendarOf, calendarsOf, toInstant } from '@/lib/calendar'
import { topicNames } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import type { Locale } from '@/lib/i18n/locales'
import { tiersOf } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { canPromise } from './clock'
import { explainDeadline } from './explain-deadline'
import { type Asked, minutesFor, type Policy, policyOf } from './policies'
import { type ClockKind, clockKinds, type Explanation } from './schema'

export type PromiseRow = Policy & { topic: string | null; calendar: string }

export type PromisesPage = {
  promises: PromiseRow[]
  calendars: CalendarName[]
  /** Tiers of companies as they are, beside those that every marketplace begins with. */
  tiers: string[]
  simulated: Simulated | null
}

/** When a request like this, made then, would be answered and solved; `promise` null: nothing is promised. */
export type Simulated = {
  at: Date
  timeZone: string
  promise: PromiseRow | null
  ways: (Explanation & { kind: ClockKind })[]
}

/** `on` and `time`: local date and time of the calendar that counts, '2026-11-20' and '17:50'. */
export type AskedRequest = Asked & { on: string; time: string }

export const usualTiers = ['standard', 'plus', 'key'] as const

/** D4: every promise, the most general first, and what a request that is thought of would be promised. */
export async function promisesPage(
  actor: StaffActor,
  { locale, request }: { locale: Locale; request: AskedRequest | null },
): Promise<PromisesPage | null> {
  if (!authorize(actor, 'promise.read')) return null
  const { marketplaceId } = actor
  return asStaff(actor, async (tx) => {
    const policies: Policy[] = await tx.slaPolicy.findMany({ where: { marketplaceId, archivedAt: null } })
    const calendars = await calendarsOf(tx, marketplaceId)
    const topics = await topicNames(
      tx,
      policies.flatMap(({ topicId }) => topicId ?? []),
      locale,
    )
    const shown = (policy: Policy): PromiseRow => ({
      ...policy,
      topic: policy.topicId === null ? null : (topics.get(policy.topicId)?.name ?? ''),
      calendar: calendars.find(({ id }) => id === policy.calendarId)?.name ?? '',
    })
    const place = ({ topicId, priority, tier }: Policy) =>
      [topicId, priority, tier].filter((one) => one !== null).length
    const promises = policies
      .map(shown)
      .sort(
        (a, b) => place(a) - place(b) || (a.topic ?? '').localeCompare(b.topic ?? '', locale) || (a.id < b.id ? -1 : 1),
      )
    return {
      promises,
      calendars,
      tiers: [...new Set([...usualTiers, ...(await tiersOf(tx))])],
      simulated: request && (await simulated(tx, marketplaceId, request, promises)),
    }
  })
}

async function simulated(
  tx: Tx,
  marketplaceId: string,
  request: AskedRequest,
  promises: readonly PromiseRow[],
): Promise<Simulated | null> {
  const policy = await policyOf(tx, marketplaceId, request)
  const calendar = await calendarOf(tx, marketplaceId, policy?.calendarId)
  const at = instantOf(request, calendar.timeZone)
  if (!at) return null
  const ways = clockKinds.flatMap((kind) => {
    const target = (policy && kind !== 'next_answer' && minutesFor(policy, kind)) || 0
    if (target === 0 || !canPromise(calendar, target * MINUTE, at)) return []
    const goal = kind === 'resolution' ? 'resolution' : 'answer'
    return { kind, ...explainDeadline(calendar, target * MINUTE, [{ at, state: 'created' }], at, goal) }
  })
  const promise = promises.find(({ id }) => id === policy?.id) ?? null
  return { at, timeZone: calendar.timeZone, promise, ways }
}

/** Null for a date or time that is none: it stood in an address. */
function instantOf({ on, time }: AskedRequest, zone: string): Date | null {
  try {
    return toInstant(on, time, zone, 'start')
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
