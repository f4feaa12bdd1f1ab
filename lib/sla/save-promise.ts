import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { calendarOf, calendarsOf } from '@/lib/calendar'
import { topicById } from '@/lib/catalog'
import { MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { defaultLocale } from '@/lib/i18n/locales'
import { asStaff } from '@/lib/tenancy'
import { canPromise } from './clock'
import { longest } from './hours-hold'
import { type PromiseInput, readWorkTime } from './promise-input'
import { askRecount } from './recount'

export type SavePromiseRefusal =
  | 'not_allowed'
  | 'not_found'
  | 'topic_unknown'
  | 'calendar_unknown'
  /** Another promise is for the very same requests. */
  | 'promise_exists'
  /** The calendar has not so many open minutes in twenty years. */
  | 'promise_too_long'
  /** The warning would come before the request does. */
  | 'warning_too_early'

/**
 * Writes a promise, or a new one. Open requests are counted anew: those that it is for get its targets, counted from when
 * their clocks began, with every pause that they had.
 */
export async function savePromise(
  actor: StaffActor,
  input: PromiseInput,
): Promise<Outcome<{ policyId: string }, SavePromiseRefusal>> {
  if (!authorize(actor, 'promise.edit')) return refuse('not_allowed')
  const { marketplaceId } = actor
  const data = rowOf(input)
  return asStaff<Outcome<{ policyId: string }, SavePromiseRefusal>>(actor, async (tx, now) => {
    const policies = await tx.slaPolicy.findMany({ where: { marketplaceId, archivedAt: null } })
    const before = policies.find(({ id }) => id === input.policyId)
    if (input.policyId !== undefined && !before) return refuse('not_found')
    const { topicId, priority, tier, calendarId } = data
    if (topicId !== null && !(await topicById(tx, topicId, defaultLocale))) return refuse('topic_unknown')
    if (!(await calendarsOf(tx, marketplaceId)).some(({ id }) => id === calendarId)) return refuse('calendar_unknown')
    const same = policies.find(
      (one) => one !== before && one.topicId === topicId && one.priority === priority && one.tier === tier,
    )
    if (same) return refuse('promise_exists')
    const shortest = Math.min(data.firstAnswerMinutes, data.nextAnswerMinutes ?? Number.POSITIVE_INFINITY)
    if (data.warnMinutes !== null && data.warnMinutes >= shortest) return refuse('warning_too_early')
    const hours = await calendarOf(tx, marketplaceId, calendarId)
    if (!canPromise(hours, longest(data) * MINUTE, now)) return refuse('promise_too_long')
    const policyId = before?.id ?? newId()
    if (before) await tx.slaPolicy.updateMany({ where: { marketplaceId, id: policyId }, data })
    else await tx.slaPolicy.createMany({ data: { marketplaceId, id: policyId, ...data } })
    await recordAudit(tx, actor, now, {
      act: 'promise.edit',
      subjectKind: 'sla_policy',
      subjectId: policyId,
      ...(before ? { before: { ...before, archivedAt: null } } : {}),
      after: data,
    })
    await askRecount(tx, marketplaceId, now)
    return ok({ policyId })
  })
}

/** No request is promised this any more; those that were keep what they were promised, unless another promise is for them. */
export async function archivePromise(
  actor: StaffActor,
  { policyId }: { policyId: string },
): Promise<Outcome<null, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'promise.edit')) return refuse('not_allowed')
  const { marketplaceId } = actor
  return asStaff<Outcome<null, 'not_allowed' | 'not_found'>>(actor, async (tx, now) => {
    const where = { marketplaceId, id: policyId, archivedAt: null }
    const { count } = await tx.slaPolicy.updateMany({ where, data: { archivedAt: now } })
    if (count === 0) return refuse('not_found')
    await recordAudit(tx, actor, now, { act: 'promise.archive', subjectKind: 'sla_policy', subjectId: policyId })
    await askRecount(tx, marketplaceId, now)
    return ok(null)
  })
}

function rowOf({ topicId, priority, tier, calendarId, ...times }: PromiseInput) {
  const minutes = (text: string) => readWorkTime(text) ?? null
  return {
    topicId: topicId || null,
    priority: priority || null,
    tier: tier || null,
    calendarId,
    firstAnswerMinutes: readWorkTime(times.firstAnswer) ?? 0,
    nextAnswerMinutes: minutes(times.nextAnswer),
    resolutionMinutes: minutes(times.resolution),
    warnMinutes: minutes(times.warn),
    pageMinutes: minutes(times.page),
  }
}
