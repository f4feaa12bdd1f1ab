import type { Tx } from '@/lib/db'
import { wakeWorker } from '@/lib/tenancy'

/*
 * Promises, hours and tiers change under open requests. Counting all of them again takes longer than whoever saves should
 * wait, so the worker does it in batches; until it comes by, a request keeps the deadline that it had.
 */

/** From the first request on; a counting under way begins anew. */
export async function askRecount(tx: Tx, marketplaceId: string, now: Date): Promise<void> {
  const anew = { at: now, afterId: null }
  await tx.slaRecount.upsert({ where: { marketplaceId }, create: { marketplaceId, ...anew }, update: anew })
  await wakeWorker(tx)
}

/** How far the counting has come; null when there is nothing to count. */
export function recountOf(tx: Tx, marketplaceId: string): Promise<{ at: Date; afterId: string | null } | null> {
  return tx.slaRecount.findFirst({ where: { marketplaceId }, select: { at: true, afterId: true } })
}

/** A batch was counted, `null`: the last. Nothing, when it was asked for anew meanwhile: that one begins at the beginning. */
export async function recounted(
  tx: Tx,
  marketplaceId: string,
  asked: { at: Date; afterId: string | null },
  upTo: string | null,
): Promise<void> {
  const same = { marketplaceId, at: asked.at, afterId: asked.afterId }
  if (upTo === null) await tx.slaRecount.deleteMany({ where: same })
  else await tx.slaRecount.updateMany({ where: same, data: { afterId: upTo } })
}
