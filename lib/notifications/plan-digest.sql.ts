import type { Tx } from '@/lib/db'

/**
 * Sets the time of a reader's next digest unless one is planned already. It also locks her row, so that a digest that is
 * being put together at this moment is over before another notice is laid in for the next one.
 */
export async function planDigest(tx: Tx, marketplaceId: string, membershipId: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    update mail_preference set next_digest_at = coalesce(next_digest_at, ${at})
     where marketplace_id = ${marketplaceId}::uuid and membership_id = ${membershipId}::uuid`
}
