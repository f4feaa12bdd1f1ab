import { after, DAY } from '@/lib/foundation/clock'
import { asWorker } from '@/lib/tenancy'

/** Days after which nobody comes back for what was left unsent. */
const KEPT_DAYS = 30

/** Forgets drafts that were not touched for 30 days; how many. The worker calls it once an hour. */
export async function sweepDrafts(marketplaceId: string): Promise<number> {
  return asWorker(marketplaceId, async (tx, now) => {
    const { count } = await tx.draft.deleteMany({ where: { updatedAt: { lt: after(now, -KEPT_DAYS * DAY) } } })
    return count
  })
}
