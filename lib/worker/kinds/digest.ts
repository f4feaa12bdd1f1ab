import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { actorOfPerson } from '@/lib/identity'
import { compose, type DigestPart, type NoticeView, unreadAmong } from '@/lib/notifications'
import { readsTicket, type TicketFacts, ticketFacts } from '@/lib/tickets'
import type { Kind } from './kind'
import { mailTo, type Reader, readerOf, settingsPath, viewLink, whyNotReached } from './reader'

/** Most requests that one digest names; the portal shows the others. */
const MOST = 30

/** One mail a day: what its reader has not read meanwhile, of requests that she may still read, grouped by request. */
const digest: Kind = {
  guard: (tx, _now, claimed) => whyNotReached(tx, claimed),
  async compose(tx, _now, claimed) {
    const reader = await readerOf(tx, claimed)
    const actor = reader && actorOfPerson(claimed.marketplaceId, reader.person)
    if (!reader || !actor) return { why: 'the reader is no longer here' }
    const ids = String(claimed.payload.noticeIds).split(' ')
    const notices = await unreadAmong(tx, reader.person.membershipId, ids)
    const groups = await readable(tx, actor, notices)
    if (groups.length === 0) return { why: 'everything has been read' }
    const { marketplace, person, timeZone, url } = reader
    const about: DigestPart[] = []
    for (const [ticket, told] of groups.slice(0, MOST)) about.push(await part(tx, reader, claimed, ticket, told))
    const link = url(`/${marketplace.slug}/${actor.side === 'staff' ? 'desk/' : ''}notices`)
    const shared = { marketplace: marketplace.name, reader: person.name, timeZone, link }
    const data = { ...shared, settingsLink: url(settingsPath(reader)), about, more: groups.length - about.length }
    return mailTo(reader, claimed.address, compose('digest', reader.locale, data), null)
  },
}

async function readable(tx: Tx, actor: Actor, notices: readonly NoticeView[]): Promise<[TicketFacts, NoticeView[]][]> {
  const byTicket = Map.groupBy(notices, ({ ticketId }) => ticketId)
  const tickets = await ticketFacts(tx, [...byTicket.keys()])
  const groups: [TicketFacts, NoticeView[]][] = []
  for (const [ticketId, told] of byTicket) {
    const ticket = tickets.get(ticketId)
    if (ticket && (await readsTicket(actor)(tx, ticketId))) groups.push([ticket, told])
  }
  return groups
}

async function part(
  tx: Tx,
  reader: Reader,
  claimed: Claimed,
  ticket: TicketFacts,
  notices: readonly NoticeView[],
): Promise<DigestPart> {
  const { number, subject, locale } = ticket
  const onDesk = reader.person.partnerId === null
  const desk = () => reader.url(`/${reader.marketplace.slug}/desk/${number}`)
  return { number, subject, locale, notices, link: onDesk ? desk() : await viewLink(tx, reader, claimed, ticket) }
}

export const digestKinds = { digest }
