import type { Tx } from '@/lib/db'

/** Keeps one person's methods and rules to this transaction: two tabs that save at once come one after the other. */
export async function holdPhone(tx: Tx, membershipId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${membershipId}, 7273))::text`
}
