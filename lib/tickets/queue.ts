import { ticketsWithFiles } from '@/lib/attachments'
import { authorize, type StaffActor } from '@/lib/authz'
import { topicNames } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { cleanLine } from '@/lib/foundation/clean-text'
import type { Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { partnersOf } from '@/lib/partners'
import { teamIdsOf } from '@/lib/teams'
import { asStaff } from '@/lib/tenancy'
import { foundTickets } from './found-tickets.sql'
import { queueCursor, readQueueCursor } from './queue-cursor'
import { countViews, generalBreadth, type QueueTicket, queuePage, queueTickets, type Reader } from './queue-order.sql'
import { noTopic, personsOf } from './row-facts'
import { MOST_IN_VIEW, type QueuePage, type QueueRow, type QueueSort, type QueueView, sortOf } from './staff-view-types'
import { whoseTurn } from './states'
import { readNumber, written } from './ticket-number'

const PAGE = 50
/** Characters of a search that are looked at. */
const SEARCHED = 200

export type QueueQuery = {
  view: QueueView
  sort?: QueueSort | undefined
  /** Words looked for in the whole desk, notes included; the order and the view then do not count. */
  search?: string | undefined
  cursor?: string | undefined
  locale: Locale
}

/**
 * The desk's queue, 50 a page. Agents read the whole marketplace: teams route, they do not wall off. By due: general
 * faults first (002-09), then due soonest, then what has no promise, oldest first.
 */
export async function queue(actor: StaffActor, query: QueueQuery): Promise<QueuePage> {
  if (!authorize(actor, 'ticket.queue')) throw new Error('only staff have a queue')
  return asStaff(actor, async (tx, now) => {
    const { membershipId } = actor
    const reader = { membershipId, teamIds: await teamIdsOf(tx, membershipId) }
    const { prefix } = await marketplaceOf(tx, actor.marketplaceId)
    const search = cleanLine((query.search ?? '').slice(0, SEARCHED))
    const { tickets, ...page } =
      search === '' ? await pageOfView(tx, reader, query) : await found(tx, reader, search, prefix, query.locale)
    return {
      view: query.view,
      sort: sortOf(query.view, query.sort ?? 'due'),
      search,
      counts: await countViews(tx, reader, MOST_IN_VIEW + 1),
      rows: await shown(tx, actor, tickets, { prefix, locale: query.locale, now }),
      ...page,
    }
  })
}

type Part = { tickets: QueueTicket[]; nextCursor: string | null; more: boolean; exact: string | null }

async function pageOfView(tx: Tx, reader: Reader, query: QueueQuery): Promise<Part> {
  const sort = sortOf(query.view, query.sort ?? 'due')
  const cursor = readQueueCursor(sort, query.cursor)
  const rows = await queuePage(tx, reader, { view: query.view, sort, cursor, most: PAGE + 1 })
  const tickets = rows.slice(0, PAGE)
  const last = rows.length > PAGE ? tickets.at(-1) : undefined
  return { tickets, nextCursor: last ? queueCursor(sort, last) : null, more: last !== undefined, exact: null }
}

/** A number is one request; anything else are words. */
async function found(tx: Tx, reader: Reader, search: string, prefix: string, locale: Locale): Promise<Part> {
  const number = readNumber(prefix, search)
  const exact = number === null ? null : await tx.ticket.findFirst({ where: { number }, select: { number: true } })
  const ids = exact ? [] : await foundTickets(tx, search, locale, PAGE + 1)
  return {
    tickets: await queueTickets(tx, reader, ids.slice(0, PAGE)),
    nextCursor: null,
    more: ids.length > PAGE,
    exact: exact && written(prefix, exact.number),
  }
}

type Shown = { prefix: string; locale: Locale; now: Date }

async function shown(tx: Tx, actor: StaffActor, tickets: readonly QueueTicket[], { prefix, locale, now }: Shown) {
  const ids = tickets.map(({ id }) => id)
  const topicIds = tickets.map(({ topicId }) => topicId)
  const topics = await topicNames(tx, topicIds, locale)
  const partnerIds = tickets.map(({ partnerId }) => partnerId)
  const partners = await partnersOf(tx, partnerIds)
  const assigneeIds = tickets.map(({ assigneeId }) => assigneeId)
  const person = await personsOf(tx, actor, assigneeIds)
  const withFiles = await ticketsWithFiles(tx, ids)
  const general = tickets.filter(({ generalSince }) => generalSince).map(({ topicId }) => topicId)
  const breadth = await generalBreadth(tx, general)
  return tickets.map(({ number, topicId, partnerId, assigneeId, generalSince, ...ticket }): QueueRow => {
    const open = ticket.state !== 'completed'
    return {
      ...ticket,
      number: written(prefix, number),
      turn: whoseTurn(ticket.state),
      topic: topics.get(topicId) ?? noTopic(topicId),
      partner: { id: partnerId, name: partners.get(partnerId)?.name ?? '' },
      assignee: assigneeId === null ? null : person(assigneeId),
      general: generalSince && open ? { partners: breadth.get(topicId) ?? 1 } : null,
      overdue: ticket.dueAt !== null && ticket.dueAt < now,
      hasFiles: withFiles.has(ticket.id),
    }
  })
}
