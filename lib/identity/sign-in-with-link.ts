import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { withoutTenant } from '@/lib/tenancy'
import { doorsOf } from './doors'
import { type LinkRefusal, linkRefusal } from './link-state'
import type { Visitor } from './schema'
import { openSession, type SignedIn } from './session-store'
import { findLink, spendLink, voidLinks } from './token-store'

/** Signs in with the link of a mail, once; the person's other sign-in links stop working with it. */
export function signInWithLink(
  visitor: Visitor,
  { marketplaceId, token }: { marketplaceId: string; token: string },
): Promise<Outcome<SignedIn, LinkRefusal>> {
  return withoutTenant(async (tx, now) => {
    const row = await findLink(tx, { marketplaceId, purpose: 'magic_link', token })
    const refused = linkRefusal(row, now)
    if (!row || refused) return refused ?? refuse('link_unknown')
    const doors = await doorsOf(tx, row.userId)
    if (!doors.some((door) => door.marketplaceId === marketplaceId)) return refuse('link_unknown')
    if (!(await spendLink(tx, now, row.id))) return refuse('link_used')
    await voidLinks(tx, now, { userId: row.userId, purpose: 'magic_link' })
    return ok(await openSession(tx, now, row.user, visitor))
  })
}
