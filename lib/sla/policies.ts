import { addBusiness, calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { canPromise } from './clock'
import type { ClockKind } from './schema'

/** What a row of sla_policy promises; null fields stand for "any". `nextAnswerMinutes` null: only the first answer. */
export type Policy = {
  id: string
  topicId: string | null
  priority: string | null
  calendarId: string
  firstAnswerMinutes: number
  nextAnswerMinutes: number | null
}

/** The most specific promise wins: topic and priority, topic, priority, neither. */
export function mostSpecific<Row extends Pick<Policy, 'topicId' | 'priority'>>(
  policies: readonly Row[],
  topicId: string,
  priority: string,
): Row | null {
  const fitting = policies.filter(
    (policy) =>
      (policy.topicId === null || policy.topicId === topicId) &&
      (policy.priority === null || policy.priority === priority),
  )
  const rank = (policy: Row) => (policy.topicId === null ? 0 : 2) + (policy.priority === null ? 0 : 1)
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

/** Business minutes that the policy gives us for this sort of answer; null when it promises nothing about it. */
export function minutesFor(policy: Policy, kind: ClockKind): number | null {
  return kind === 'first_answer' ? policy.firstAnswerMinutes : policy.nextAnswerMinutes
}

/** Business minutes to the first answer that each of these topics promises; a topic without a promise is left out. */
export async function promisedMinutes(
  tx: Tx,
  marketplaceId: string,
  topicIds: readonly string[],
  priority = 'normal',
): Promise<Map<string, number>> {
  const policies = await tx.slaPolicy.findMany({ where: { marketplaceId } })
  return new Map(
    topicIds.flatMap((topicId) => {
      const policy = mostSpecific(policies, topicId, priority)
      return policy ? [[topicId, policy.firstAnswerMinutes] as const] : []
    }),
  )
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
