import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { linkPath } from './link-token'
import { issueLink } from './token-store'

/**
 * Invites the first admin of a marketplace that has nobody who could. Joins the owner's transaction; answers the
 * invitation's path, because there is nobody yet whose mail could be trusted to arrive.
 */
export async function inviteFirstAdmin(
  tx: Tx,
  now: Date,
  admin: { marketplaceId: string; slug: string; email: string; name: string },
): Promise<string> {
  const { marketplaceId, slug, email, name } = admin
  await tx.user.createMany({ data: { id: newId(), email, name, createdAt: now }, skipDuplicates: true })
  const user = await tx.user.findUniqueOrThrow({ where: { email } })
  const membershipId = newId()
  await tx.membership.create({
    data: { marketplaceId, id: membershipId, userId: user.id, partnerId: null, role: 'admin', createdAt: now },
  })
  const key = { marketplaceId, membershipId, partnerId: null }
  const id = await issueLink(tx, now, 'invitation', user, key, async () => {})
  return linkPath(slug, { id, purpose: 'invitation' })
}
