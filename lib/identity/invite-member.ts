import { recordAudit } from '@/lib/audit'
import { type Actor, authorize } from '@/lib/authz'
import { Prisma, type Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { fits } from './change-member-role'
import { lockMembershipOf } from './lock-members.sql'
import { throttle } from './throttle'
import { type Announce, issueLink } from './token-store'

export type Invited = { email: string; name: string; role: string; partnerId: string | null }
type Why = 'not_allowed' | 'not_found' | 'wrong_role' | 'already_member' | 'too_many_attempts'

/**
 * Invites a person by mail: to the staff (`partnerId` null) or to a company. Somebody known here gets one more
 * membership; a disabled member is enabled in the new role; who has not joined yet gets a new link, and the old one
 * stops working. Whether the address was known before is not answered.
 */
export async function inviteMember(
  actor: Actor,
  invited: Invited,
  announce: Announce,
): Promise<Outcome<{ membershipId: string }, Why>> {
  const { partnerId, role } = invited
  if (actor.side === 'partner' && partnerId !== actor.partnerId) return refuse('not_found')
  if (!authorize(actor, 'member.invite', { partnerId })) return refuse('not_allowed')
  if (!fits(role, partnerId)) return refuse('wrong_role')
  const throttled = await throttle('invite', { address: invited.email, place: actor.membershipId })
  if (throttled) return throttled
  return asActor(actor, (tx, now) => invite(tx, now, actor, invited, announce)).catch((error: unknown) => {
    // The key of the company carries the marketplace: one of another marketplace does not exist here.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2003') return refuse('not_found')
    throw error
  })
}

async function invite(
  tx: Tx,
  now: Date,
  actor: Actor,
  invited: Invited,
  announce: Announce,
): Promise<Outcome<{ membershipId: string }, Why>> {
  const { partnerId, role } = invited
  const user = await personOf(tx, now, invited)
  const membership = await membershipFor(tx, now, actor, user.id, invited)
  if (!membership) return refuse('not_found')
  const { id: membershipId, before } = membership
  if (before?.active) return refuse('already_member')
  const key = { marketplaceId: actor.marketplaceId, membershipId, partnerId }
  if (!membership.joined) await issueLink(tx, now, 'invitation', user, key, announce)
  await recordAudit(tx, actor, now, {
    act: 'member.invite',
    subjectKind: 'membership',
    subjectId: membershipId,
    before: before ? { role: before.role, disabled: before.disabled } : undefined,
    after: { role, disabled: false },
  })
  return ok({ membershipId })
}

/** The person of an address, made when there is none. Two invitations at once make one person. */
async function personOf(tx: Tx, now: Date, { email, name }: Invited) {
  await tx.user.createMany({ data: { id: newId(), email, name, createdAt: now }, skipDuplicates: true })
  return tx.user.findUniqueOrThrow({ where: { email } })
}

/** Her membership here: made, or found and brought back. */
async function membershipFor(tx: Tx, now: Date, actor: Actor, userId: string, { role, partnerId }: Invited) {
  const { marketplaceId } = actor
  const fresh = { marketplaceId, id: newId(), userId, partnerId, role, createdAt: now, invitedById: actor.membershipId }
  const { count } = await tx.membership.createMany({ data: fresh, skipDuplicates: true })
  if (count === 1) return { id: fresh.id, joined: false, before: null }
  const row = await lockMembershipOf(tx, marketplaceId, userId, partnerId)
  if (!row) return null
  const { id, joined, disabled } = row
  const active = joined && !disabled
  if (!active)
    await tx.membership.update({
      where: { marketplaceId_id: { marketplaceId, id } },
      data: { role, disabledAt: null, invitedById: actor.membershipId },
    })
  return { id, joined, before: { role: row.role, disabled, active } }
}
