import { filesOfTicket, type LinkedFile } from '@/lib/attachments'
import { type Actor, authorize, type PartnerActor, type StaffActor } from '@/lib/authz'
import { topicNames } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { partnerOf } from '@/lib/partners'
import { courtOf, promiseFor } from '@/lib/sla'
import { teamMemberIds, teamsOf } from '@/lib/teams'
import { asPartner, asStaff } from '@/lib/tenancy'
import { claimPanel, type Event, eventsOf, historyOf } from './history-view'
import { possibleActs } from './lifecycle'
import { ruleFacts } from './readable'
import { noTopic, personsOf } from './row-facts'
import { type CompletedReason, type TicketState, whoseTurn } from './states'
import { readNumber, written } from './ticket-number'
import type {
  FileView,
  MessageKind,
  MessageView,
  NoteView,
  PartnerTicket,
  RecentTicket,
  StaffTicket,
} from './view-types'

type Ticket = NonNullable<Awaited<ReturnType<typeof findByNumber>>>['ticket']

/** The page of a request, for whichever side asks; null when it is absent, foreign or not for this person. */
export function ticketByNumber(
  actor: Actor,
  number: string,
  locale: Locale,
): Promise<PartnerTicket | StaffTicket | null> {
  return actor.side === 'partner' ? ticketForPartner(actor, number, locale) : ticketForStaff(actor, number, locale)
}

/** A request as the company's people read it: no notes, no lines of history that are the staff's. */
export async function ticketForPartner(
  actor: PartnerActor,
  number: string,
  locale: Locale,
): Promise<PartnerTicket | null> {
  return asPartner(actor, async (tx, now) => {
    const found = await findByNumber(tx, actor, number)
    if (!found) return null
    const facts = await ruleFacts(tx, found.ticket)
    if (!authorize(actor, 'ticket.read', facts)) return null
    const { page, person, files } = await pageOf(tx, actor, found, locale, now)
    const can = possibleActs(page.state, { now, completedAt: page.completedAt, ratedAt: null })
    return {
      side: 'partner',
      ...page,
      thread: found.messages.map((message) => messageView(message, person, files)),
      allowed: {
        reply: can.includes('partner.message') && authorize(actor, 'ticket.write', facts),
        cancel: can.includes('partner.cancel') && authorize(actor, 'ticket.cancel', facts),
        followUp: page.state === 'completed' && authorize(actor, 'ticket.open'),
      },
    }
  })
}

/** A request as the desk works on it: messages and notes as they came, the company beside it. */
export async function ticketForStaff(actor: StaffActor, number: string, locale: Locale): Promise<StaffTicket | null> {
  return asStaff(actor, async (tx, now) => {
    const found = await findByNumber(tx, actor, number)
    if (!found || !authorize(actor, 'ticket.read', await ruleFacts(tx, found.ticket))) return null
    const { ticket } = found
    const notes = await tx.ticketNote.findMany({
      where: { ticketId: ticket.id },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    })
    const authors = notes.map((note) => note.authorId)
    const memberIds = await teamMemberIds(tx, ticket.teamId)
    const { page, person, files } = await pageOf(tx, actor, found, locale, now, [...authors, ...memberIds])
    const members = await peopleOf(tx, [...memberIds, ticket.openedById])
    const requester = members.get(ticket.openedById)
    const company = await partnerOf(tx, ticket.partnerId)
    const team = (await teamsOf(tx, [ticket.teamId])).get(ticket.teamId)
    const can = possibleActs(page.state, { now, completedAt: page.completedAt, ratedAt: null })
    const answers = authorize(actor, 'ticket.answer')
    const assigns = can.includes('agent.assign') && authorize(actor, 'ticket.assign')
    return {
      side: 'staff',
      ...page,
      thread: merged(
        found.messages.map((message) => messageView(message, person, files)),
        notes.map(
          (note): NoteView => ({
            type: 'note',
            id: note.id,
            author: person(note.authorId),
            at: note.createdAt,
            body: note.body,
            files: shownFiles(files.filter((file) => file.noteId === note.id)),
          }),
        ),
      ),
      assignee: ticket.assigneeId === null ? null : person(ticket.assigneeId),
      team: { id: ticket.teamId, name: team?.name ?? '' },
      assignable: memberIds.filter((id) => members.get(id)?.active).map(person),
      partner: {
        id: company.id,
        name: company.name,
        tier: company.tier,
        lifecycle: company.lifecycle,
        locale: company.locale,
        timeZone: company.timeZone,
        recent: await recentOf(tx, ticket, found.prefix),
      },
      requester: {
        name: requester?.name ?? '',
        email: requester?.email ?? '',
        locale: requester?.locale ?? company.locale,
        timeZone: requester?.timeZone ?? company.timeZone,
      },
      allowed: {
        answer: can.includes('agent.answer') && answers,
        ask: can.includes('agent.ask') && answers,
        note: can.includes('agent.note') && authorize(actor, 'ticket.note'),
        take: assigns && ticket.assigneeId !== actor.membershipId,
        assign: assigns,
        close: can.includes('agent.close') && authorize(actor, 'ticket.close'),
      },
    }
  })
}

/** "We reply by ...", shown before sending; null when this topic promises nothing. */
export async function promiseBefore(actor: PartnerActor, topicId: string): Promise<Date | null> {
  if (!authorize(actor, 'ticket.open')) return null
  return asPartner(actor, (tx, now) => promiseFor(tx, actor.marketplaceId, topicId, 'normal', now))
}

async function findByNumber(tx: Tx, actor: Actor, text: string) {
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

type Found = NonNullable<Awaited<ReturnType<typeof findByNumber>>>

/** What both sides see; `others` are people whose names the caller needs besides. */
async function pageOf(
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

type NameOf = Awaited<ReturnType<typeof personsOf>>

function messageView(message: Found['messages'][number], person: NameOf, files: readonly LinkedFile[]): MessageView {
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

function shownFiles(files: readonly LinkedFile[]): FileView[] {
  return files.map(({ id, name, mediaType, bytes }) => ({ id, name, mediaType, bytes }))
}

/** Ids grow with time, so they decide between things of one millisecond. */
function merged(messages: readonly MessageView[], notes: readonly NoteView[]): (MessageView | NoteView)[] {
  return [...messages, ...notes].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

async function recentOf(tx: Tx, ticket: Ticket, prefix: string): Promise<RecentTicket[]> {
  const rows = await tx.ticket.findMany({
    where: { partnerId: ticket.partnerId, id: { not: ticket.id } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: 5,
  })
  return rows.map(({ number, subject, state, updatedAt }) => ({
    number: written(prefix, number),
    subject,
    state: state as TicketState,
    updatedAt,
  }))
}
