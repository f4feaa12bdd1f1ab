import { filesOfTicket, type LinkedFile } from '@/lib/attachments'
import type { Actor } from '@/lib/authz'
import { topicNames } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { courtOf } from '@/lib/sla'
import { claimPanel, type Event, eventsOf, historyOf } from './history-view'
import { noTopic, personsOf } from './row-facts'
import { type CompletedReason, type TicketState, whoseTurn } from './states'
import { readNumber, written } from './ticket-number'
import type { FileView, MessageKind, MessageView } from './view-types'

/* What both sides' pages of a request are made of. */

export type Ticket = Found['ticket']

export async function findByNumber(tx: Tx, actor: Actor, text: string) {
  const { prefix } = await marketplaceOf(tx, actor.marketplaceId)
  const number = readNumber(prefix, text)
  if (number === null) return null
  const ticket = await tx.ticket.findFirst({ where: { number } })
  if (!ticket) return null
  const messages = await tx.ticketMessage.findMany({
    where: { ticketId: ticket.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const claims = await tx.claim.findMany({
    where: { ticketId: ticket.id },
    orderBy: [{ claimedAt: 'desc' }, { id: 'desc' }],
    take: 1,
  })
  return { prefix, ticket, messages, claim: claims[0] ?? null, events: await eventsOf(tx, ticket.id) }
}

export type Found = NonNullable<Awaited<ReturnType<typeof findByNumber>>>

/** What both sides see; `others` are people whose names the caller needs besides. */
export async function pageOf(
  tx: Tx,
  actor: Actor,
  { prefix, ticket, messages, claim, events }: Found,
  locale: Locale,
  now: Date,
  others: readonly string[] = [],
) {
  const files = await filesOfTicket(tx, ticket.id)
  const named = [...peopleIn(ticket, messages, events), claim?.claimedById, claim?.decidedById, ...others]
  const person = await personsOf(tx, actor, named)
  const state = ticket.state as TicketState
  const changes = events.flatMap(({ at, toState }) => (toState ? [{ at, state: toState }] : []))
  const about = { marketplaceId: ticket.marketplaceId, ticketId: ticket.id, state, events: changes }
  const { court, promise } = await courtOf(tx, about, now)
  const topics = await topicNames(tx, [ticket.topicId], locale)
  const page = {
    id: ticket.id,
    number: written(prefix, ticket.number),
    subject: ticket.subject,
    state,
    turn: whoseTurn(state),
    completedReason: ticket.completedReason as CompletedReason | null,
    completedAt: ticket.completedAt,
    version: ticket.version,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    locale: isLocale(ticket.locale) ? ticket.locale : defaultLocale,
    topic: topics.get(ticket.topicId) ?? noTopic(ticket.topicId),
    openedBy: person(ticket.openedById),
    court,
    promise,
    history: historyOf(events, person),
    claim: claim && claimPanel(claim, events, person),
    now,
  }
  return { page, person, files }
}

function peopleIn(ticket: Ticket, messages: readonly { authorId: string }[], events: readonly Event[]) {
  const inEvents = events.flatMap((event) => [event.authorId, event.data.assigneeId])
  return [ticket.openedById, ticket.assigneeId, ...messages.map((message) => message.authorId), ...inEvents]
}

export type NameOf = Awaited<ReturnType<typeof personsOf>>

export function messageView(
  message: Found['messages'][number],
  person: NameOf,
  files: readonly LinkedFile[],
): MessageView {
  const { id, kind, authorId, createdAt, body, locale } = message
  return {
    type: 'message',
    id,
    kind: kind as MessageKind,
    author: person(authorId),
    at: createdAt,
    body,
    locale,
    files: shownFiles(files.filter((file) => file.messageId === id)),
  }
}

export function shownFiles(files: readonly LinkedFile[]): FileView[] {
  return files.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes }))
}
