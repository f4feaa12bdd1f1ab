import { Prisma, type Tx } from '@/lib/db'

/** Two openings of one company on one topic come one after the other from here on, until commit: the second sees the first. */
export async function lockCooldown(tx: Tx, { partnerId, topicId }: { partnerId: string; topicId: string }) {
  const key = `cooldown ${partnerId} ${topicId}`
  await tx.$executeRaw(Prisma.sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
