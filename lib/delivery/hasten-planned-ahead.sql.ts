import type { Tx } from '@/lib/db'
import { after, SECOND } from '@/lib/foundation/clock'

/** What is planned this moment may be a little ahead of whoever looks: its later lines keep their time. */
const MOMENT = SECOND

/**
 * After the database's clock was set back: what was planned by the time before is due now, also what was to be tried
 * again, or a page would wait for the clock to come there again. Too early beats too late; answers how many.
 */
export async function hastenPlannedAhead(tx: Tx, now: Date, marketplaceId: string): Promise<number> {
  return tx.$executeRaw`
    update delivery set next_attempt_at = ${now}
     where marketplace_id = ${marketplaceId}::uuid and status = 'PENDING'
       and created_at > ${after(now, MOMENT)} and next_attempt_at > ${now}`
}
