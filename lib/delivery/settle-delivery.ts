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
  chance = chanceOf(),
): Promise<DeliveryStatus | null> {
  const { marketplaceId, id, attempt } = claimed
  const next = await fate(tx, now, claimed, end, chance)
  const { outcome, detail } = end
  const counted = await settleAttempt(tx, now, { marketplaceId, id, attempt, ...next, outcome, detail })
  return counted ? next.status : null
}

/** By how much a pause differs from the rule, in [0, 1); drawn once for what shall come back together. */
export function chanceOf(): number {
  return Math.random()
}

async function fate(tx: Tx, now: Date, claimed: Claimed, end: AttemptEnd, chance: number) {
  const ends = { sent: 'SENT', failed: 'FAILED', suppressed: 'SUPPRESSED' } as const
  if (end.outcome === 'sent' || end.outcome === 'failed' || end.outcome === 'suppressed') {
    return { status: ends[end.outcome], nextAttemptAt: null }
  }
  const pause = nextTry(1 + (await earlierFailures(tx, claimed)), claimed.priority, chance)
  if (pause === null) return { status: 'DEAD' as const, nextAttemptAt: null }
  // Whoever asks us to wait longer is not asked earlier.
  return { status: 'PENDING' as const, nextAttemptAt: after(now, Math.max(pause, end.retryAfterMs ?? 0)) }
}

/** What was tried and failed; an attempt whose worker died says nothing about the other side. */
function earlierFailures(tx: Tx, { marketplaceId, id }: Claimed): Promise<number> {
  return tx.deliveryAttempt.count({
    where: { marketplaceId, deliveryId: id, outcome: { in: ['retry', 'unknown'] }, detail: { not: REAPED } },
  })
}
