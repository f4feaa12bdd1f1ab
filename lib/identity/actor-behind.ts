import type { Actor } from '@/lib/authz'
import { actorOf } from './actor-of'
import { type MembershipKey, throughDoor } from './doors'

/**
 * The actor behind a membership that a sealed link names, as long as its person is still active there; null otherwise.
 * Whoever calls it has no session to show and must let such an actor read only.
 */
export async function actorBehind(key: MembershipKey): Promise<Actor | null> {
  const { marketplaceId, membershipId } = key
  // Nobody in particular may open the door of her own side: row security shows the marketplace's and company's rows.
  const userId = await throughDoor('', key, async (tx) => {
    const where = { marketplaceId_id: { marketplaceId, id: membershipId } }
    const row = await tx.membership.findUnique({ where, include: { user: true } })
    return row && row.partnerId === key.partnerId && !row.user.disabledAt ? row.userId : null
  })
  return userId === null ? null : actorOf(userId, key)
}
