import { after, DAY } from '@/lib/foundation/clock'
import { asWorker } from '@/lib/tenancy'
import { discard, walkFiles } from './files-folder'

/** How long a file waits for the message that was to carry it: a form left open over a weekend's night keeps its files. */
const WAITS = 2 * DAY

/** How far back a sweep looks for kept files without a row; older ones were looked at by earlier sweeps. */
const LOOK_BACK = 3 * DAY

/**
 * Removes what crashes left in the files folder: parts, and kept files whose row was never written, all last written
 * before `olderThan` (which must leave running uploads alone: an hour is plenty); and files with their rows that no
 * message came to carry within two days. Answers how many it removed.
 */
export async function sweepTemporaryFiles(olderThan: Date): Promise<number> {
  let removed = 0
  const kept = new Map<string, string[]>()
  for await (const { key, part, writtenAt } of walkFiles()) {
    if (writtenAt >= olderThan) continue
    if (part) {
      await discard(key)
      removed += 1
    } else if (writtenAt.getTime() > olderThan.getTime() - LOOK_BACK) {
      const marketplaceId = key.split('/')[0] ?? ''
      kept.set(marketplaceId, [...(kept.get(marketplaceId) ?? []), key])
    }
  }
  for (const [marketplaceId, keys] of kept) {
    const known = await asWorker(marketplaceId, async (tx, now) => {
      const stored = { storageKey: { in: keys } }
      // The row first: a message that takes hold of the file at this moment keeps it, and then nothing is deleted.
      await tx.attachment.deleteMany({
        where: { ...stored, audience: 'uploader', waitsFor: null, createdAt: { lt: after(now, -WAITS) } },
      })
      return tx.attachment.findMany({ where: stored, select: { storageKey: true } })
    })
    const rows = new Set(known.map((row) => row.storageKey))
    for (const key of keys.filter((each) => !rows.has(each))) {
      await discard(key)
      removed += 1
    }
  }
  return removed
}
