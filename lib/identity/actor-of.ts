import { type Actor, type PartnerRole, partnerRoles, type StaffRole, staffRoles } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type MembershipKey, throughDoor } from './doors'
import type { Person } from './people-of'

/**
 * The actor behind one of a person's memberships, or null when it is no longer hers to use: the row is read now,
 * under its own marketplace, so a demotion or a disabling counts from the next request on.
 */
export function actorOf(userId: string, key: MembershipKey): Promise<Actor | null> {
  return throughDoor(userId, key, (tx) => readActor(tx, userId, key))
}

async function readActor(tx: Tx, userId: string, key: MembershipKey): Promise<Actor | null> {
  const { marketplaceId, membershipId } = key
  const row = await tx.membership.findUnique({ where: { marketplaceId_id: { marketplaceId, id: membershipId } } })
  if (!row || row.userId !== userId || row.disabledAt || !row.joinedAt) return null
  const person = { marketplaceId, membershipId, userId }
  if (row.partnerId === null)
    return isStaffRole(row.role) ? { side: 'staff', ...person, role: row.role, partnerId: null } : null
  return isPartnerRole(row.role) ? { side: 'partner', ...person, role: row.role, partnerId: row.partnerId } : null
}

/** A person behind a membership as the rules know her, or null when she is not active; for the worker. */
export function actorOfPerson(marketplaceId: string, person: Person): Actor | null {
  const { membershipId, userId, partnerId, role, active } = person
  if (!active) return null
  const who = { marketplaceId, membershipId, userId }
  if (partnerId === null) return isStaffRole(role) ? { side: 'staff', ...who, role, partnerId } : null
  return isPartnerRole(role) ? { side: 'partner', ...who, role, partnerId } : null
}

/** All that a person may act as, oldest first: for the switcher and for where a sign-in leads. */
export async function actorsOf(userId: string, keys: readonly MembershipKey[]): Promise<Actor[]> {
  const found: Actor[] = []
  for (const key of keys) {
    const actor = await actorOf(userId, key)
    if (actor) found.push(actor)
  }
  return found
}

export function isStaffRole(role: string): role is StaffRole {
  return (staffRoles as readonly string[]).includes(role)
}

export function isPartnerRole(role: string): role is PartnerRole {
  return (partnerRoles as readonly string[]).includes(role)
}
