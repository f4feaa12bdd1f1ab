import type { Tx } from '@/lib/db'
import type { Claimed, Words } from '@/lib/delivery'
import { after, DAY } from '@/lib/foundation/clock'
import { env } from '@/lib/foundation/env'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n'
import { actorOfPerson, type Person, peopleOf } from '@/lib/identity'
import { type Marketplace, marketplaceOf, settingsOf } from '@/lib/marketplace'
import { type Composed, viewPath } from '@/lib/notifications'
import { readsTicket } from '@/lib/tickets'

/** Whom a mail goes to and how she reads it. */
export type Reader = {
  marketplace: Marketplace
  person: Person
  locale: Locale
  timeZone: string
  /** A path of this installation as a full address. */
  url(path: string): string
}

/** The recipient of a delivery, or null when her membership is gone. */
export async function readerOf(tx: Tx, claimed: Claimed): Promise<Reader | null> {
  const marketplace = await marketplaceOf(tx, claimed.marketplaceId)
  const person = claimed.recipientId && (await peopleOf(tx, [claimed.recipientId])).get(claimed.recipientId)
  if (!person) return null
  return {
    marketplace,
    person,
    locale: isLocale(claimed.locale) ? claimed.locale : defaultLocale,
    timeZone: person.timeZone ?? marketplace.timeZone,
    url: (path) => `${env().WAYBILL_URL}${path}`,
  }
}

/** Another system: it reads as its marketplace does. */
export async function listenerOf(tx: Tx, { marketplaceId }: Claimed, name: string): Promise<Reader> {
  const marketplace = await marketplaceOf(tx, marketplaceId)
  const { defaultLocale: locale, timeZone } = marketplace
  const nobody = { membershipId: '', userId: '', email: '', locale, timeZone, partnerId: null, role: '', active: true }
  return { marketplace, person: { ...nobody, name }, locale, timeZone, url: (path) => `${env().WAYBILL_URL}${path}` }
}

/** Somebody who left meanwhile is told nothing more. */
export async function whyNotReached(tx: Tx, { recipientId }: Claimed): Promise<string | null> {
  const person = recipientId ? (await peopleOf(tx, [recipientId])).get(recipientId) : undefined
  return person?.active ? null : 'the reader is no longer here'
}

/** The same of a mail about a request: who may read it no longer is told nothing of it, whatever was planned before. */
export async function whyNotTold(tx: Tx, { marketplaceId, recipientId, subjectId }: Claimed): Promise<string | null> {
  const person = recipientId ? (await peopleOf(tx, [recipientId])).get(recipientId) : undefined
  const actor = person && actorOfPerson(marketplaceId, person)
  if (!actor) return 'the reader is no longer here'
  return (await readsTicket(actor)(tx, subjectId)) ? null : 'the reader may no longer read it'
}

/** Where a reader says which mails she wants. */
export function settingsPath({ marketplace, person }: Reader): string {
  return `/${marketplace.slug}/${person.partnerId === null ? 'desk/' : ''}me#mails`
}

/** The link that shows a request to this reader without signing in; the same in every copy of one delivery. */
export async function viewLink(
  tx: Tx,
  { marketplace, person, url }: Reader,
  claimed: Claimed,
  ticket: { id: string; partnerId: string },
): Promise<string> {
  const { viewLinkDays } = await settingsOf(tx, marketplace.id)
  const expiresAt = after(claimed.createdAt, viewLinkDays * DAY)
  const { membershipId } = person
  return url(viewPath(marketplace, { ticketId: ticket.id, partnerId: ticket.partnerId, membershipId, expiresAt }))
}

export function mailTo(
  { marketplace, person }: Reader,
  address: string,
  composed: Composed,
  thread: string | null,
): Words {
  return { from: marketplace.name, to: { name: person.name, address }, ...composed, thread }
}
