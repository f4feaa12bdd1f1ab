import type { Tx } from '@/lib/db'
import type { AttemptOutcome, DeliveryStatus } from './schema'

export type Settlement = {
  marketplaceId: string
  id: string
  attempt: number
  status: Exclude<DeliveryStatus, 'SENDING'>
  /** Only for PENDING: when it is tried again. */
  nextAttemptAt: Date | null
  outcome: AttemptOutcome
  detail: string
}

/**
 * Writes how an attempt ended; true when it counted. The number of the attempt is the fence: a worker that was thought
 * dead and comes back finds the row with another attempt, or no longer in flight, and changes nothing (invariant 17).
 * Row and attempt in one statement, so that neither can tell a story the other does not.
 */
export async function settleAttempt(tx: Tx, now: Date, settlement: Settlement): Promise<boolean> {
  const { marketplaceId, id, attempt, status, nextAttemptAt, outcome, detail } = settlement
  const settledAt = status === 'PENDING' ? null : now
  const why = outcome === 'sent' ? null : detail
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with settled as (
      update delivery
         set status = ${status}, next_attempt_at = ${nextAttemptAt}, settled_at = ${settledAt},
             worker_id = null, lease_until = null, outcome = ${why}
       where marketplace_id = ${marketplaceId}::uuid and id = ${id}::uuid
         and attempt = ${attempt} and status = 'SENDING'
      returning marketplace_id, id
    )
    update delivery_attempt a
       set ended_at = ${now}, outcome = ${outcome}, detail = ${detail}
      from settled s
     where a.marketplace_id = s.marketplace_id and a.delivery_id = s.id and a.attempt = ${attempt}
    returning a.delivery_id as id`
  return rows.length === 1
}
