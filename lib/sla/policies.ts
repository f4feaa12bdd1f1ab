import { addBusiness, calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { canPromise } from './clock'

/** What a row of sla_policy promises; null fields stand for "any". */
export type Policy = {
  id: string
  topicId: string | null
  priority: string | null
  calendarId: string
  firstAnswerMinutes: number
}

/** The most specific promise wins: topic and priority, topic, priority, neither. */
export function mostSpecific(policies: readonly Policy[], topicId: string, priority: string): Policy | null {
  const fitting = policies.filter(
    (policy) =>
      (policy.topicId === null || policy.topicId === topicId) &&
      (policy.priority === null || policy.priority === priority),
  )
  const rank = (policy: Policy) => (policy.topicId === null ? 0 : 2) + (policy.priority === null ? 0 : 1)
  return fitting.sort((a, b) => rank(b) - rank(a))[0] ?? null
}

export async function policyFor(
  tx: Tx,
  marketplaceId: string,
  topicId: string,
  priority: string,
): Promise<Policy | null> {
  const policies = await tx.slaPolicy.findMany({
    where: { marketplaceId, OR: [{ topicId }, { topicId: null }] },
  })
  return mostSpecific(policies, topicId, priority)
}

/** "We reply by ...": the deadline a ticket opened at `at` would get; null when nothing is promised. */
export async function promiseFor(
  tx: Tx,
  marketplaceId: string,
  topicId: string,
  priority: string,
  at: Date,
): Promise<Date | null> {
  const policy = await policyFor(tx, marketplaceId, topicId, priority)
  if (!policy) return null
  const calendar = await calendarOf(tx, marketplaceId, policy.calendarId)
  const target = policy.firstAnswerMinutes * MINUTE
  return canPromise(calendar, target, at) ? addBusiness(calendar, at, target) : null
}
