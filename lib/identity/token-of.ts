import type { Tx } from '@/lib/db'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { LinkPurpose } from './schema'

/** A link as its mail needs it. The secret is made again with `linkPath(slug, token)`. */
export type LinkMail = {
  id: string
  purpose: LinkPurpose
  userId: string
  marketplaceId: string
  membershipId: string | null
  email: string
  name: string
  locale: Locale | null
  expiresAt: Date
  /** Set once used or replaced: then there is nothing left to send. */
  usedAt: Date | null
}

/** For whoever composes the mail, the worker too; null when the row is gone. */
export async function tokenOf(tx: Tx, tokenId: string): Promise<LinkMail | null> {
  const row = await tx.signInToken.findUnique({ where: { id: tokenId }, include: { user: true } })
  if (!row) return null
  const { id, userId, marketplaceId, membershipId, expiresAt, usedAt, user } = row
  const purpose = row.purpose as LinkPurpose
  const locale = isLocale(user.locale) ? user.locale : null
  return {
    id,
    purpose,
    userId,
    marketplaceId,
    membershipId,
    email: user.email,
    name: user.name,
    locale,
    expiresAt,
    usedAt,
  }
}
