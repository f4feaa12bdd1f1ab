import type { Tx } from '@/lib/db'

/**
 * Keeps a partner's condition to this transaction, or answers false when another worker considers it right now. While no
 * run is open there is no row to lock; without this two workers would open one each and the slower one would fail.
 */
export async function holdDedupKey(tx: Tx, marketplaceId: string, dedupKey: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ held: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${nameOf(marketplaceId, dedupKey)}, 7272)) as held`
  return rows[0]?.held === true
}

/** The same for who can't come back later: waits for whoever opens such a run right now. */
export async function waitForDedupKey(tx: Tx, marketplaceId: string, dedupKey: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${nameOf(marketplaceId, dedupKey)}, 7272))`
}

function nameOf(marketplaceId: string, dedupKey: string): string {
  return `${marketplaceId} ${dedupKey}`
}
