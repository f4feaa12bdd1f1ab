import type { Tx } from '@/lib/db'
import { after, SECOND } from '@/lib/foundation/clock'

/** What was written this moment may be a little ahead of whoever looks. */
const MOMENT = SECOND
/** Runs held in one transaction. */
const MOST = 100

/** A batch of a marketplace's runs, by id; `afterId` null: from the first. */
export type Batch = { marketplaceId: string; afterId: string | null }

/**
 * Holds waiting runs whose newest time was reckoned by a clock that stood later than `now`: it was set back since. In the
 * order of their ids, and the ids are answered.
 */
export async function lockReckonedAhead(tx: Tx, now: Date, { marketplaceId, afterId }: Batch): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from escalation e
     where e.marketplace_id = ${marketplaceId}::uuid and e.state in ('ASSESSING', 'PAGING', 'UNANSWERED')
       and e.next_at > ${now} and (${afterId}::uuid is null or e.id > ${afterId}::uuid)
       and (select v.at from escalation_event v
             where v.marketplace_id = e.marketplace_id and v.escalation_id = e.id and v.data ? 'nextAt'
             order by v.seq desc limit 1) > ${after(now, MOMENT)}
     order by e.id limit ${MOST} for update of e`
  return rows.map(({ id }) => id)
}

/** The same with runs that the hours of their policy, or the want of somebody on call, hold back. */
export async function lockHeldBack(tx: Tx, now: Date, { marketplaceId, afterId }: Batch): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id from escalation e
     where e.marketplace_id = ${marketplaceId}::uuid and e.state = 'PAGING'
       and e.next_at > ${now} and (${afterId}::uuid is null or e.id > ${afterId}::uuid)
       and (select v.kind from escalation_event v
             where v.marketplace_id = e.marketplace_id and v.escalation_id = e.id and v.data ? 'nextAt'
             order by v.seq desc limit 1) = 'held'
     order by e.id limit ${MOST} for update of e`
  return rows.map(({ id }) => id)
}
