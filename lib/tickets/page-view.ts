import { filesOfTicket, type LinkedFile } from '@/lib/attachments'
import type { Actor } from '@/lib/authz'
import { type FieldValues, fieldAnswers, formVersionOf, preflightTexts, topicNames } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { courtOf } from '@/lib/sla'
import { clockEvents } from './events'
import { followersOf } from './followers'
import { claimPanel, type Event, eventsOf, historyOf } from './history-view'
import { ratingOf } from './rating'
import { noTopic, personsOf } from './row-facts'
import { type CompletedReason, type TicketState, whoseTurn } from './states'
import { readNumber, written } from './ticket-number'
import type { FileView, LinkedTicket, MessageKind, MessageView, Page } from './view-types'

/* What both sides' pages of a request are made of. */

export type Ticket = Found['ticket']

/** A request of this marketplace by its quoted number, with what every page of it reads; null when there is none to see. */
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

/**
 * What both sides see; `others` are people whose names the caller needs besides. The requests that follow it are all
 * there are: a partner's caller leaves out what its reader may not see.
 */
export async function pageOf(
  tx: Tx,
  actor: Actor,
  { prefix, ticket, messages, claim, events }: Found,
  locale: Locale,
  now: Date,
  others: readonly string[] = [],
) {
  const files = await filesOfTicket(tx, ticket.id)
  const rating = await ratingOf(tx, ticket.id)
  const followers = await followersOf(tx, ticket.id)
  const named = [
    ...peopleIn(ticket, messages, events),
    claim?.claimedById,
    claim?.decidedById,
    rating?.ratedById,
    ...followers,
    ...others,
  ]
  const person = await personsOf(tx, actor, named)
  const state = ticket.state as TicketState
  const about = { marketplaceId: ticket.marketplaceId, ticketId: ticket.id, state, events: clockEvents(events) }
  const { court, promise, clocks } = await courtOf(tx, about, now)
  const topics = await topicNames(tx, [ticket.topicId], locale)
  const page: Omit<Page, 'followUps'> = {
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
    ...(await filledIn(tx, ticket, locale)),
    rating: rating && {
      stars: rating.stars,
      comment: rating.comment,
      at: rating.ratedAt,
      by: person(rating.ratedById),
    },
    followers: followers.map(person),
    followsNumber: await followedNumber(tx, ticket, prefix),
    now,
  }
  return { page, person, files, clocks }
}

/** The form's answers and the ticked steps, by the version they were given on (002-01, 002-04). */
async function filledIn(tx: Tx, { formId, formVersion, fields, preflight }: Ticket, locale: Locale) {
  const definition = formId && formVersion ? await formVersionOf(tx, formId, formVersion) : null
  if (!definition) return { fields: [], preflight: [] }
  return {
    fields: fieldAnswers(definition, fields as FieldValues, locale),
    preflight: preflightTexts(definition, preflight as string[], locale),
  }
}

async function followedNumber(tx: Tx, { followsId }: Ticket, prefix: string): Promise<string | null> {
  if (followsId === null) return null
  const followed = await tx.ticket.findFirst({ where: { id: followsId }, select: { number: true } })
  return followed && written(prefix, followed.number)
}

/** The requests that follow this one, as far as `mayRead` says (the staff reads all), oldest first. */
export async function followUpsOf(
  tx: Tx,
  { ticket, prefix }: Pick<Found, 'ticket' | 'prefix'>,
  mayRead: (followUp: Ticket) => Promise<boolean> = async () => true,
): Promise<LinkedTicket[]> {
  const rows = await tx.ticket.findMany({
    where: { followsId: ticket.id, partnerId: ticket.partnerId },
    orderBy: { id: 'asc' },
  })
  const shown: LinkedTicket[] = []
  for (const row of rows) {
    if (!(await mayRead(row))) continue
    shown.push({ number: written(prefix, row.number), subject: row.subject, state: row.state as TicketState })
  }
  return shown
}

function peopleIn(ticket: Ticket, messages: readonly { authorId: string }[], events: readonly Event[]) {
  const inEvents = events.flatMap((event) => [event.authorId, event.data.assigneeId, event.data.memberId])
  return [ticket.openedById, ticket.assigneeId, ...messages.map((message) => message.authorId), ...inEvents]
}

export type NameOf = Awaited<ReturnType<typeof personsOf>>

/** A message with its own files among those of the request. */
export function messageView(
  message: Found['messages'][number],
  person: NameOf,
  files: readonly LinkedFile[],
): MessageView {
  const { id, kind, authorId, createdAt, body, locale, verdict } = message
  return {
    type: 'message',
    id,
    kind: kind as MessageKind,
    author: person(authorId),
    at: createdAt,
    body,
    locale,
    verdict: verdict as MessageView['verdict'],
    files: shownFiles(files.filter((file) => file.messageId === id)),
  }
}

/** What a page says of files: nothing of where they lie or what they hang on. */
export function shownFiles(files: readonly LinkedFile[]): FileView[] {
  return files.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes }))
}
