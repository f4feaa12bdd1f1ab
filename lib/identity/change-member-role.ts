import type { Actor } from '@/lib/authz'
import { isPartnerRole, isStaffRole } from './actor-of'
import { changeMember } from './change-member'

/** Gives a member another role of her own side. It counts from her next request on, up or down. */
export function changeMemberRole(actor: Actor, { membershipId, role }: { membershipId: string; role: string }) {
  return changeMember<'wrong_role'>(actor, membershipId, {
    act: 'member.changeRole',
    takesRole: (target) => role !== target.role,
    hinders: (target) => (fits(role, target.partnerId) ? null : 'wrong_role'),
    write: async (tx, _now, target) => {
      const { marketplaceId } = actor
      await tx.membership.update({
        where: { marketplaceId_id: { marketplaceId, id: membershipId } },
        data: { role },
      })
      return { before: { role: target.role }, after: { role } }
    },
  })
}

/** Whether a role belongs to the side: a company's people, or the marketplace's staff. */
export function fits(role: string, partnerId: string | null): boolean {
  return partnerId === null ? isStaffRole(role) : isPartnerRole(role)
}
