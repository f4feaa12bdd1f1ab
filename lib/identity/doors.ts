import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { asActor, type Work } from '@/lib/tenancy'

/** Where a membership lies: enough to enter its marketplace, not enough to do anything there. */
export type MembershipKey = { marketplaceId: string; membershipId: string; partnerId: string | null }

/**
 * Where a person belongs, across all marketplaces, oldest first: keys of memberships that are not disabled. Each must
 * be read again under its own marketplace before it counts.
 */
export async function doorsOf(tx: Tx, userId: string): Promise<MembershipKey[]> {
  const rows = await tx.$queryRaw<{ marketplace_id: string; membership_id: string; partner_id: string | null }[]>`
    select marketplace_id, membership_id, partner_id from memberships_of(${userId}::uuid) order by membership_id`
  return rows.map((row) => ({
    marketplaceId: row.marketplace_id,
    membershipId: row.membership_id,
    partnerId: row.partner_id,
  }))
}

/**
 * Opens the marketplace of a membership for its own person, before her role is known: in the least role of her side.
 * For reading that membership and for what a person does to her own sign-in.
 */
export function throughDoor<Result>(userId: string, key: MembershipKey, work: Work<Result>): Promise<Result> {
  const { marketplaceId, membershipId, partnerId } = key
  const least: Actor =
    partnerId === null
      ? { side: 'staff', role: 'agent', marketplaceId, membershipId, userId, partnerId }
      : { side: 'partner', role: 'member', marketplaceId, membershipId, userId, partnerId }
  return asActor(least, work)
}
