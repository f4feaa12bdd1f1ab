import type { Tx } from '@/lib/db'
import { after, DAY, HOUR, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { MembershipKey } from './doors'
import { hashLinkToken, linkToken } from './link-token'
import type { LinkPurpose } from './schema'

/** How long a link lives, in milliseconds. */
export const LINK_LIVES: Record<LinkPurpose, number> = {
  magic_link: 20 * MINUTE,
  password_reset: HOUR,
  invitation: 7 * DAY,
}

/** What somebody must be told of a new link; it carries the row's id, never the secret. */
export type TokenFact = {
  kind: LinkPurpose
  tokenId: string
  userId: string
  membershipId: string
  marketplaceId: string
  partnerId: string | null
  /** The person's own language; null when she never chose one. */
  locale: Locale | null
  expiresAt: Date
}

/** Plans the mail in the transaction that made the link, inside the membership's own marketplace. */
export type Announce = (tx: Tx, now: Date, fact: TokenFact) => Promise<void>

type Person = { id: string; locale: string | null }

/** Makes a link for a person and announces it. An older invitation of the same membership stops working. */
export async function issueLink(
  tx: Tx,
  now: Date,
  kind: LinkPurpose,
  person: Person,
  key: MembershipKey,
  announce: Announce,
): Promise<string> {
  const { marketplaceId, membershipId } = key
  if (kind === 'invitation') await voidLinks(tx, now, { membershipId, purpose: kind })
  const id = newId()
  const expiresAt = after(now, LINK_LIVES[kind])
  const tokenHash = hashLinkToken(linkToken({ id, purpose: kind }))
  await tx.signInToken.create({
    data: { id, purpose: kind, tokenHash, userId: person.id, marketplaceId, membershipId, createdAt: now, expiresAt },
  })
  const locale = isLocale(person.locale) ? person.locale : null
  await announce(tx, now, { kind, tokenId: id, userId: person.id, ...key, locale, expiresAt })
  return id
}

/** Links that shall not work any more, such as a person's others once she used one. */
export async function voidLinks(
  tx: Tx,
  now: Date,
  which: { userId?: string; membershipId?: string; purpose: LinkPurpose },
): Promise<void> {
  const { userId, membershipId, purpose } = which
  if (!userId && !membershipId) throw new Error('voiding links asks for a person or a membership')
  await tx.signInToken.updateMany({
    where: { purpose, usedAt: null, ...(userId && { userId }), ...(membershipId && { membershipId }) },
    data: { usedAt: now },
  })
}

export type LinkAsked = { marketplaceId: string; purpose: LinkPurpose; token: string }

/** The row behind a link of this marketplace and purpose, with its person; null when there is none. */
export async function findLink(tx: Tx, { marketplaceId, purpose, token }: LinkAsked) {
  const row = await tx.signInToken.findUnique({ where: { tokenHash: hashLinkToken(token) }, include: { user: true } })
  if (!row || row.purpose !== purpose || row.marketplaceId !== marketplaceId || row.user.disabledAt) return null
  return row
}

export type FoundLink = NonNullable<Awaited<ReturnType<typeof findLink>>>

/** Uses a link up. Of any number of attempts at once exactly one is answered true. */
export async function spendLink(tx: Tx, now: Date, id: string): Promise<boolean> {
  const { count } = await tx.signInToken.updateMany({
    where: { id, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}
