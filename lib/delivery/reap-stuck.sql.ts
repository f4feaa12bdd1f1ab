import type { Tx } from '@/lib/db'

/** What an attempt says whose worker died. */
export const REAPED = 'its worker stopped'

/**
 * Puts back what a dead worker (or one whose lease is over) had in flight, to be tried at once; answers how many. Whether
 * the copy had left is unknown and written down as that: a doubled page beats a lost one. `dead`: ids of workers whose
 * lock is free. A bundle is put back whole, or its second half would come alone under an id that was seen before. The attempt's number stays, so the next claim counts on from it and fences the old worker out.
 */
export async function reapStuck(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  ids: readonly string[],
  dead: readonly string[],
): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with stuck as (
      select d.marketplace_id, d.id, d.attempt from delivery d
       where d.marketplace_id = ${marketplaceId}::uuid
         and (d.id = any (${[...ids]}::uuid[]) or d.bundle_id in (
           select b.bundle_id from delivery b where b.marketplace_id = d.marketplace_id and b.id = any (${[...ids]}::uuid[])))
         and d.status = 'SENDING' and (d.worker_id = any (${[...dead]}::uuid[]) or d.lease_until <= ${now})
         for update skip locked
    ), freed as (
      update delivery d
         set status = 'PENDING', next_attempt_at = ${now}, worker_id = null, lease_until = null
        from stuck s where d.marketplace_id = s.marketplace_id and d.id = s.id
      returning s.marketplace_id, s.id, s.attempt
    )
    update delivery_attempt a
       set ended_at = ${now}, outcome = 'unknown', detail = ${REAPED}
      from freed f
     where a.marketplace_id = f.marketplace_id and a.delivery_id = f.id and a.attempt = f.attempt
    returning a.delivery_id as id`
  return rows.length
}
