import type { Actor } from '@/lib/authz'
import { changeMember } from './change-member'

/** Gives a disabled membership back, in the role it had. */
export function enableMember(actor: Actor, { membershipId }: { membershipId: string }) {
  return changeMember<never>(actor, membershipId, {
    act: 'member.enable',
    takesRole: () => false,
    write: async (tx, _now, target) => {
      const { marketplaceId } = actor
      await tx.membership.update({
        where: { marketplaceId_id: { marketplaceId, id: membershipId } },
        data: { disabledAt: null },
      })
      return { before: { disabled: target.disabledAt !== null }, after: { disabled: false } }
    },
  })
}
