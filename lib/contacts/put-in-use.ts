import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'

/**
 * A method that was just proved is used at once, for everything, until its owner says otherwise: one page too many is
 * better than one that never came. Nothing happens when a line names it already.
 */
export async function putInUse(tx: Tx, actor: Actor, contactMethodId: string): Promise<void> {
  const { marketplaceId, membershipId, partnerId } = actor
  const lines = await tx.notifyRule.findMany({ where: { membershipId }, orderBy: { position: 'asc' } })
  if (lines.some((line) => line.contactMethodId === contactMethodId)) return
  const position = (lines.at(-1)?.position ?? -1) + 1
  await tx.notifyRule.create({ data: { marketplaceId, membershipId, partnerId, position, contactMethodId } })
}
