import type { Actor } from '../actor'

/** The membership that is acted on. */
export type MemberFacts = { partnerId: string | null; membershipId?: string; role?: string }

/** Staff are the admin's to manage; a company's people the owner's, and the admin's who helps. Nobody manages themselves. */
function manages(actor: Actor, member: MemberFacts): boolean {
  if (member.membershipId === actor.membershipId) return false
  if (actor.side === 'staff') return actor.role === 'admin'
  return actor.role === 'owner' && member.partnerId === actor.partnerId
}

export const memberRules = {
  'member.listStaff': (actor: Actor) => actor.side === 'staff',
  'member.listCompany': (actor: Actor, member: MemberFacts) =>
    actor.side === 'staff' || actor.partnerId === member.partnerId,
  'member.invite': manages,
  'member.disable': manages,
  'member.enable': manages,
  'member.changeRole': manages,
}
