import type { Tx } from '@/lib/db'
import { after } from '@/lib/foundation/clock'
import { nextTry } from './next-try'
import { REAPED } from './reap-stuck.sql'
import type { Claimed, DeliveryStatus, SendResult } from './schema'
import { settleAttempt } from './settle-attempt.sql'

export type AttemptEnd = SendResult | { outcome: 'suppressed'; detail: string }

/**
 * Writes how the attempt ended and what becomes of the delivery: its new status, or null when this worker had lost it
 * meanwhile and nothing was changed.
 */
export async function settleDelivery(
  tx: Tx,
  now: Date,
  claimed: Claimed,
  end: AttemptEnd,
): Promise<DeliveryStatus | null> {
  const { marketplaceId, id, attempt } = claimed
  const next = await fate(tx, now, claimed, end)
  const counted = await settleAttempt(tx, now, { marketplaceId, id, attempt, ...next, ...end })
  return counted ? next.status : null
}

async function fate(tx: Tx, now: Date, claimed: Claimed, end: AttemptEnd) {
  const ends = { sent: 'SENT', failed: 'FAILED', suppressed: 'SUPPRESSED' } as const
  if (end.outcome === 'sent' || end.outcome === 'failed' || end.outcome === 'suppressed') {
    return { status: ends[end.outcome], nextAttemptAt: null }
  }
  const pause = nextTry(1 + (await earlierFailures(tx, claimed)), claimed.priority, Math.random())
  return pause === null
    ? { status: 'DEAD' as const, nextAttemptAt: null }
    : { status: 'PENDING' as const, nextAttemptAt: after(now, pause) }
}

/** What was tried and failed; an attempt whose worker died says nothing about the other side. */
function earlierFailures(tx: Tx, { marketplaceId, id }: Claimed): Promise<number> {
  return tx.deliveryAttempt.count({
    where: { marketplaceId, deliveryId: id, outcome: { in: ['retry', 'unknown'] }, detail: { not: REAPED } },
  })
}
