import { recordAudit } from '@/lib/audit'
import { type Act, type Actor, authorize } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { lastOfRole, topRoleOf } from './last-of-role'
import { type LockedMember, lockMembers } from './lock-members.sql'

export type MemberRefusal = 'not_found' | 'not_allowed' | 'not_yourself' | 'last_owner' | 'last_admin'

type MemberAct = Extract<Act, 'member.disable' | 'member.enable' | 'member.changeRole'>

export type MemberChange<Why extends string> = {
  act: MemberAct
  /** Whether the change takes the managing role away from somebody. */
  takesRole: (target: LockedMember) => boolean
  /** What cannot be done although it is allowed. */
  hinders?: (target: LockedMember) => Why | null
  /** Writes the change; answers what the audit log keeps. */
  write: (tx: Tx, now: Date, target: LockedMember) => Promise<{ before: Kept; after: Kept }>
}

type Kept = Record<string, string | boolean | null>

/**
 * One change of one membership: found under row security, locked together with those who could be the last of their
 * role, authorized, written, audited. A membership of another company or marketplace is not there.
 */
export function changeMember<Why extends string>(
  actor: Actor,
  membershipId: string,
  change: MemberChange<Why>,
): Promise<Outcome<null, MemberRefusal | Why>> {
  return asActor(actor, async (tx, now): Promise<Outcome<null, MemberRefusal | Why>> => {
    if (membershipId === actor.membershipId) return refuse('not_yourself')
    const { marketplaceId } = actor
    const seen = await tx.membership.findUnique({ where: { marketplaceId_id: { marketplaceId, id: membershipId } } })
    if (!seen || (actor.side === 'partner' && seen.partnerId !== actor.partnerId)) return refuse('not_found')
    if (!authorize(actor, change.act, { membershipId, partnerId: seen.partnerId, role: seen.role }))
      return refuse('not_allowed')
    const top = { role: topRoleOf(seen.partnerId), partnerId: seen.partnerId }
    const locked = await lockMembers(tx, marketplaceId, top, [membershipId, actor.membershipId])
    const target = locked.find(({ id }) => id === membershipId)
    // Whoever lost the role while waiting for the lock changes nobody any more.
    const self = locked.find(({ id }) => id === actor.membershipId)
    if (!target) return refuse('not_found')
    if (!self || self.role !== actor.role || self.disabledAt) return refuse('not_allowed')
    const last = change.takesRole(target) ? lastOfRole(target, locked) : null
    const why = last ?? change.hinders?.(target)
    if (why) return refuse(why)
    const { before, after } = await change.write(tx, now, target)
    await recordAudit(tx, actor, now, {
      act: change.act,
      subjectKind: 'membership',
      subjectId: membershipId,
      before,
      after,
    })
    return ok(null)
  })
}
