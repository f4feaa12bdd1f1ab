import { calendarOf } from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { MINUTE } from '@/lib/foundation/clock'
import { canPromise, clockOf } from './clock'
import { policyFor } from './policies'
import type { Clock, ClockEvent } from './schema'

export type NewPromise = {
  marketplaceId: string
  ticketId: string
  partnerId: string
  topicId: string
  priority: string
  at: Date
}

/**
 * Starts the first-answer clock of a new ticket and answers its deadline; null when no policy promises anything, or the
 * calendar could not hold what it promises.
 */
export async function startFirstAnswer(tx: Tx, promise: NewPromise): Promise<Date | null> {
  const { marketplaceId, ticketId, partnerId, topicId, priority, at } = promise
  const policy = await policyFor(tx, marketplaceId, topicId, priority)
  if (!policy) return null
  const calendar = await calendarOf(tx, marketplaceId, policy.calendarId)
  const target = policy.firstAnswerMinutes * MINUTE
  if (!canPromise(calendar, target, at)) return null
  const clock = clockOf(calendar, target, [{ at, state: 'created' }])
  await tx.slaClock.createMany({
    data: {
      marketplaceId,
      ticketId,
      kind: 'first_answer',
      partnerId,
      policyId: policy.id,
      calendarId: policy.calendarId,
      targetMinutes: policy.firstAnswerMinutes,
      startedAt: at,
      ...cached(clock),
    },
  })
  return clock.dueAt
}

/** Brings the cached deadline up to all of a ticket's state changes, oldest first. The caller holds the ticket's lock. */
export async function followClock(
  tx: Tx,
  { marketplaceId, ticketId, events }: { marketplaceId: string; ticketId: string; events: readonly ClockEvent[] },
): Promise<Date | null> {
  const row = await tx.slaClock.findFirst({ where: { marketplaceId, ticketId, kind: 'first_answer' } })
  if (!row) return null
  const calendar = await calendarOf(tx, marketplaceId, row.calendarId)
  const clock = clockOf(calendar, row.targetMinutes * MINUTE, events)
  await tx.slaClock.updateMany({ where: { marketplaceId, ticketId, kind: 'first_answer' }, data: cached(clock) })
  return clock.dueAt
}

function cached(clock: Clock): { dueAt: Date | null; pausedAt: Date | null; metAt: Date | null } {
  return { dueAt: clock.dueAt, pausedAt: clock.phase === 'paused' ? clock.changedAt : null, metAt: clock.metAt }
}
