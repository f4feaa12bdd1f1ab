import type { Actor } from '@/lib/authz'
import { changeMember } from './change-member'
import { doorsOf } from './doors'
import { revokeSessionsOf } from './session-store'
import { voidLinks } from './token-store'

/**
 * Ends a person's access to this marketplace or company from her next request on. Her sessions end altogether when
 * she belongs nowhere else. The last owner and the last admin stay.
 */
export function disableMember(actor: Actor, { membershipId }: { membershipId: string }) {
  return changeMember<never>(actor, membershipId, {
    act: 'member.disable',
    takesRole: () => true,
    write: async (tx, now, target) => {
      const { marketplaceId } = actor
      await tx.membership.updateMany({
        where: { marketplaceId, id: membershipId, disabledAt: null },
        data: { disabledAt: now },
      })
      await voidLinks(tx, now, { membershipId, purpose: 'invitation' })
      if ((await doorsOf(tx, target.userId)).length === 0) await revokeSessionsOf(tx, now, target.userId, 'disabled')
      return { before: { disabled: target.disabledAt !== null }, after: { disabled: true } }
    },
  })
}
