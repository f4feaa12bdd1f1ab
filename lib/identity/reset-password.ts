import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { withoutTenant } from '@/lib/tenancy'
import { type LinkRefusal, linkRefusal } from './link-state'
import { hashPassword } from './password'
import { linkPurposes, type Visitor } from './schema'
import { openSession, revokeSessionsOf, type SignedIn } from './session-store'
import { findLink, spendLink, voidLinks } from './token-store'

/** Sets a new password with the link of a mail, once. Every session and every other link of the person ends. */
export async function resetPassword(
  visitor: Visitor,
  { marketplaceId, token, password }: { marketplaceId: string; token: string; password: string },
): Promise<Outcome<SignedIn, LinkRefusal>> {
  // Hashing is dear on purpose: nobody makes us do it with a link that opens nothing.
  const early = await withoutTenant(async (tx, now) =>
    linkRefusal(await findLink(tx, { marketplaceId, purpose: 'password_reset', token }), now),
  )
  if (early) return early
  const passwordHash = await hashPassword(password)
  return withoutTenant(async (tx, now) => {
    const row = await findLink(tx, { marketplaceId, purpose: 'password_reset', token })
    const refused = linkRefusal(row, now)
    if (!row || refused) return refused ?? refuse('link_unknown')
    if (!(await spendLink(tx, now, row.id))) return refuse('link_used')
    for (const purpose of linkPurposes) await voidLinks(tx, now, { userId: row.userId, purpose })
    await tx.user.update({ where: { id: row.userId }, data: { passwordHash } })
    await revokeSessionsOf(tx, now, row.userId, 'password_reset')
    return ok(await openSession(tx, now, row.user, visitor))
  })
}
