import { addBusiness, calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { partnerOf } from '@/lib/partners'
import { canPromise } from './clock'
import type { ClockKind } from './schema'

/**
 * What a row of sla_policy promises; null conditions stand for "any". `nextAnswerMinutes` null: only the first answer;
 * `resolutionMinutes` null: no time is promised in which it is solved.
 */
export type Policy = {
  id: string
  topicId: string | null
  priority: string | null
  tier: string | null
  calendarId: string
  firstAnswerMinutes: number
  nextAnswerMinutes: number | null
  resolutionMinutes: number | null
  warnMinutes: number | null
  pageMinutes: number | null
}

/** What decides which promise holds. */
export type Asked = { topicId: string; priority: string; tier: string }
type Conditions = Pick<Policy, 'topicId' | 'priority'> & { tier?: string | null }

/**
 * The most specific promise wins. A topic outranks everything else, then the priority, then the partner's tier: what a
 * request is about and how pressing it is says more about the work than who asks.
 */
export function mostSpecific<Row extends Conditions>(
  policies: readonly Row[],
  topicId: string,
  priority: string,
  tier = '',
): Row | null {
  const fits = (condition: string | null | undefined, value: string) =>
    condition === null || condition === undefined || condition === value
  const fitting = policies.filter(
    (policy) => fits(policy.topicId, topicId) && fits(policy.priority, priority) && fits(policy.tier, tier),
  )
  return fitting.sort((a, b) => rankOf(b) - rankOf(a))[0] ?? null
}

function rankOf({ topicId, priority, tier }: Conditions): number {
  return (topicId === null ? 0 : 4) + (priority === null ? 0 : 2) + ((tier ?? null) === null ? 0 : 1)
}

/** A ticket, as far as its promises hang on it. */
export type Promising = { marketplaceId: string; partnerId: string; topicId: string; priority: string }

/** The promise that holds for a ticket; null when nothing is promised. */
export async function policyFor(tx: Tx, { marketplaceId, partnerId, topicId, priority }: Promising) {
  const { tier } = await partnerOf(tx, partnerId)
  return policyOf(tx, marketplaceId, { topicId, priority, tier })
}

/** The promise that holds for this topic, priority and tier: the most specific one, or null. */
export async function policyOf(tx: Tx, marketplaceId: string, { topicId, priority, tier }: Asked) {
  const policies: Policy[] = await tx.slaPolicy.findMany({
    where: { marketplaceId, archivedAt: null, OR: [{ topicId }, { topicId: null }] },
  })
  return mostSpecific(policies, topicId, priority, tier)
}

/** Business minutes that the policy gives us for this; null when it promises nothing about it. */
export function minutesFor(policy: Policy, kind: ClockKind): number | null {
  if (kind === 'first_answer') return policy.firstAnswerMinutes
  return kind === 'next_answer' ? policy.nextAnswerMinutes : policy.resolutionMinutes
}

/** Business minutes to the first answer that each of these topics promises a company; one without a promise is left out. */
export async function promisedMinutes(
  tx: Tx,
  { marketplaceId, partnerId }: Pick<Promising, 'marketplaceId' | 'partnerId'>,
  topicIds: readonly string[],
  priority = 'normal',
): Promise<Map<string, number>> {
  const { tier } = await partnerOf(tx, partnerId)
  const policies = await tx.slaPolicy.findMany({ where: { marketplaceId, archivedAt: null } })
  return new Map(
    topicIds.flatMap((topicId) => {
      const policy = mostSpecific(policies, topicId, priority, tier)
      return policy ? [[topicId, policy.firstAnswerMinutes] as const] : []
    }),
  )
}

/** "We reply by ...": the deadline a ticket opened at `at` would get; null when nothing is promised. */
export async function promiseFor(tx: Tx, ticket: Promising, at: Date): Promise<Date | null> {
  const policy = await policyFor(tx, ticket)
  if (!policy) return null
  const calendar = await calendarOf(tx, ticket.marketplaceId, policy.calendarId)
  const target = policy.firstAnswerMinutes * MINUTE
  return canPromise(calendar, target, at) ? addBusiness(calendar, at, target) : null
}
