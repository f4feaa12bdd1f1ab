import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { withoutTenant } from '@/lib/tenancy'
import { doorsOf, type MembershipKey, throughDoor } from './doors'
import { type LinkRefusal, linkRefusal } from './link-state'
import { hashPassword } from './password'
import type { Visitor } from './schema'
import { openSession, type SignedIn } from './session-store'
import { type FoundLink, findLink, spendLink } from './token-store'

type Accepted = { marketplaceId: string; token: string; name?: string; password?: string }

/**
 * Joins with the link of an invitation, once. Somebody new gives her name and a password; somebody who already has a
 * password keeps both and only agrees.
 */
export async function acceptInvitation(
  visitor: Visitor,
  { marketplaceId, token, name, password }: Accepted,
): Promise<Outcome<SignedIn, LinkRefusal | 'password_needed'>> {
  const found = await withoutTenant((tx, now) => lookUp(tx, now, { marketplaceId, token }))
  if (!found.ok) return found
  const { row, door } = found.value
  const isNew = row.user.passwordHash === null
  if (isNew && !password) return refuse('password_needed')
  const passwordHash = isNew && password ? await hashPassword(password) : undefined
  return throughDoor(row.userId, door, async (tx, now) => {
    if (!(await spendLink(tx, now, row.id))) return refuse('link_used')
    const { count } = await tx.membership.updateMany({
      where: { marketplaceId, id: door.membershipId, disabledAt: null },
      data: { joinedAt: now },
    })
    if (count !== 1) return refuse('link_unknown')
    if (passwordHash) {
      const told = { passwordHash, ...(name && { name }) }
      // Two invitations opened at once: the first password stays.
      await tx.user.updateMany({ where: { id: row.userId, passwordHash: null }, data: told })
    }
    return ok(await openSession(tx, now, row.user, visitor))
  })
}

type Found = { row: FoundLink; door: MembershipKey }

async function lookUp(
  tx: Parameters<typeof findLink>[0],
  now: Date,
  asked: { marketplaceId: string; token: string },
): Promise<Outcome<Found, LinkRefusal>> {
  const row = await findLink(tx, { ...asked, purpose: 'invitation' })
  const refused = linkRefusal(row, now)
  if (!row || refused) return refused ?? refuse('link_unknown')
  const doors = await doorsOf(tx, row.userId)
  const door = doors.find(({ membershipId }) => membershipId === row.membershipId)
  return door ? ok({ row, door }) : refuse('link_unknown')
}
