import type { Actor, PartnerActor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok } from '@/lib/foundation/outcome'
import type { Locale } from '@/lib/i18n'
import { actorBehind, peopleOf, type Session, throttle, type Visitor } from '@/lib/identity'
import type { Marketplace } from '@/lib/marketplace'
import { readViewToken, tellViewLink } from '@/lib/notifications'
import { asPartner } from '@/lib/tenancy'
import { type PartnerTicket, ticketForPartner, ticketTitles } from '@/lib/tickets'
import { chooseActor } from './choose-actor'

/** `timeZone`: of the person it was mailed to, so that the page tells the same times as her mail. */
export type ViewedRequest = { state: 'good'; ticket: PartnerTicket; timeZone: string } | { state: 'expired' }

/** A link that opens: whose it is, what it shows, and whether it still does. */
type OpenLink = { actor: PartnerActor; ticketId: string; number: string; expired: boolean }

/**
 * The request behind a read-only link, as the person it was mailed to may read it now. Null is the ordinary 404: made
 * up, of another marketplace, of somebody who left or may no longer read it. Changes nothing.
 */
export async function viewedRequest(
  marketplace: Marketplace,
  token: string,
  locale: Locale,
): Promise<ViewedRequest | null> {
  const link = await openLink(marketplace, token)
  if (!link) return null
  if (link.expired) return { state: 'expired' }
  const { actor } = link
  const ticket = await ticketForPartner(actor, link.number, locale)
  if (!ticket) return null
  const reader = (await asPartner(actor, (tx) => peopleOf(tx, [actor.membershipId]))).get(actor.membershipId)
  return { state: 'good', ticket, timeZone: reader?.timeZone ?? marketplace.timeZone }
}

/**
 * The full page of the request behind a link, for somebody signed in who may read it; null for everybody else.
 * `preferred`: the membership that the pages of this device show.
 */
export async function fullPageOf(
  marketplace: Marketplace,
  { session, preferred }: { session: Session; preferred: string | null },
  token: string,
): Promise<string | null> {
  const pass = readViewToken(marketplace.id, token)
  if (!pass) return null
  for (const side of ['partner', 'staff'] as const) {
    const actor = await chooseActor(session, { marketplaceId: marketplace.id, side, preferred })
    const title = actor && (await ticketTitles(actor, [pass.ticketId])).get(pass.ticketId)
    if (title) return `/${marketplace.slug}/${side === 'staff' ? 'desk' : 'requests'}/${title.number}`
  }
  return null
}

/**
 * Mails a new read-only link to the person of an old one, whoever asks; seldom enough that nobody's mailbox is filled.
 * A link that never was is answered like a good one.
 */
export async function renewViewLink(
  visitor: Visitor,
  marketplace: Marketplace,
  token: string,
): Promise<Outcome<null, 'too_many_attempts'>> {
  const pass = readViewToken(marketplace.id, token)
  const throttled = await throttle('link', { address: pass?.membershipId ?? token, place: visitor.ip })
  if (throttled) return throttled
  const link = await openLink(marketplace, token)
  if (!link) return ok(null)
  const { actor, ticketId } = link
  const { marketplaceId, partnerId, membershipId } = actor
  const fact = { marketplaceId, ticketId, partnerId, factId: newId(), recipientIds: [membershipId] }
  await asPartner(actor, (tx, now) => tellViewLink(tx, now, fact))
  return ok(null)
}

async function openLink(marketplace: Marketplace, token: string): Promise<OpenLink | null> {
  const pass = readViewToken(marketplace.id, token)
  const actor = pass && (await actorBehind({ marketplaceId: marketplace.id, ...pass }))
  if (!pass || !isPartner(actor)) return null
  const { ticketId, expiresAt } = pass
  const number = (await ticketTitles(actor, [ticketId])).get(ticketId)?.number
  if (number === undefined) return null
  const now = await asPartner(actor, async (_tx, at) => at)
  return { actor, ticketId, number, expired: expiresAt <= now }
}

function isPartner(actor: Actor | null): actor is PartnerActor {
  return actor?.side === 'partner'
}
