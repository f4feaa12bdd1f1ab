import type { Tx } from '@/lib/db'

/**
 * Keeps a partner's condition to this transaction, or answers false when another worker considers it right now. While no
 * run is open there is no row to lock; without this two workers would open one each and the slower one would fail.
 */
export async function holdDedupKey(tx: Tx, marketplaceId: string, dedupKey: string): Promise<boolean> {
  const name = `${marketplaceId} ${dedupKey}`
  const rows = await tx.$queryRaw<{ held: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 7272)) as held`
  return rows[0]?.held === true
}
