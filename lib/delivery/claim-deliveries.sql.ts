import type { Tx } from '@/lib/db'
import type { Claimed } from './schema'

/** How long a claimed delivery may stay in flight before any worker takes it back. A backstop: a dead worker is seen at once. */
export const LEASE_MS = 30_000

/**
 * Takes what is due among `ids` for this worker: SENDING, one attempt more, and the attempt's row, in one statement that
 * is committed before anything leaves. SKIP LOCKED keeps two workers apart; the conditions are read again under the lock,
 * so an id that somebody else took or settled is left out. Answers in the order of `ids`.
 */
export async function claimDeliveries(
  tx: Tx,
  now: Date,
  workerId: string,
  marketplaceId: string,
  ids: readonly string[],
): Promise<Claimed[]> {
  const lease = new Date(now.getTime() + LEASE_MS)
  const taken = await tx.$queryRaw<Claimed[]>`
    with picked as (
      select d.marketplace_id, d.id from delivery d
       where d.marketplace_id = ${marketplaceId}::uuid and d.id = any (${[...ids]}::uuid[])
         and d.status = 'PENDING' and d.next_attempt_at <= ${now}
         for update skip locked
    ), taken as (
      update delivery d
         set status = 'SENDING', attempt = d.attempt + 1, worker_id = ${workerId}::uuid,
             lease_until = ${lease}, next_attempt_at = null
        from picked p where d.marketplace_id = p.marketplace_id and d.id = p.id
      returning d.*
    ), written as (
      insert into delivery_attempt (marketplace_id, delivery_id, attempt, worker_id, started_at)
      select t.marketplace_id, t.id, t.attempt, ${workerId}::uuid, ${now} from taken t
    )
    select marketplace_id as "marketplaceId", id, kind, subject_kind as "subjectKind", subject_id as "subjectId",
           partner_id as "partnerId", recipient_id as "recipientId", channel, address, locale, payload, priority,
           epoch, loop, step, attempt, created_at as "createdAt", lease_until as "leaseUntil"
      from taken`
  const byId = new Map(taken.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
