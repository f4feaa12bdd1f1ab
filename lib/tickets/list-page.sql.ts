import { Prisma, type Tx } from '@/lib/db'
import type { Cursor } from '@/lib/foundation/cursor'
import type { ListPlace, ListTab } from './list-types'
import { MOST_COUNTED } from './staff-view-types'
import type { CompletedReason, TicketState } from './states'
import type { ClaimState } from './view-types'

/** What the reader may see at all, and what she asked for; row security holds all of it to her company. */
export type ListWhere = { membershipId: string; readable: Prisma.Sql; asked: Prisma.Sql }

export type ListedTicket = {
  id: string
  marketplaceId: string
  number: number
  subject: string
  state: TicketState
  completedReason: CompletedReason | null
  topicId: string
  openedById: string
  createdAt: Date
  updatedAt: Date
  completedAt: Date | null
  firstAnsweredAt: Date | null
  dueAt: Date | null
  fields: unknown
  claim: ClaimState | null
  unread: boolean
  lastWords: string | null
  stars: number | null
  comment: string | null
}

/** Whose turn it is, in the partner's eyes. Constants, because a parameter would not meet the index of open requests. */
const places: Record<ListPlace, Prisma.Sql> = {
  needs_you: Prisma.sql`t.state in ('awaiting_partner', 'answered')`,
  with_us: Prisma.sql`t.state in ('created', 'in_progress')`,
  closed: Prisma.sql`t.state = 'completed'`,
  all: Prisma.sql`true`,
}

type Page = { place: ListPlace; cursor: Cursor | null; most: number }

/**
 * One page of a company's list, newest change first, with what its rows show of this room's own tables. Written by hand
 * because the filter by state must stand in the statement for its index, and because a row needs six tables: one
 * statement instead of seven.
 */
export function listPage(tx: Tx, where: ListWhere, { place, cursor, most }: Page): Promise<ListedTicket[]> {
  const after = cursor
    ? Prisma.sql`and (t.updated_at, t.id) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty
  const page = Prisma.sql`
    select t.* from ticket t where ${places[place]} and ${where.readable} and ${where.asked} ${after}
     order by t.updated_at desc, t.id desc limit ${most}`
  return tx.$queryRaw<ListedTicket[]>(
    Prisma.sql`${rowsOf(page, where.membershipId)} order by t.updated_at desc, t.id desc`,
  )
}

/** How many each tab holds of what was asked for, none counted further than MOST_COUNTED + 1. */
export async function countTabs(tx: Tx, where: ListWhere): Promise<Record<ListTab, number>> {
  const [row] = await tx.$queryRaw<[Record<ListTab, number>]>(Prisma.sql`
    select ${upTo('needs_you', where)} as needs_you, ${upTo('with_us', where)} as with_us, ${upTo('closed', where)} as closed`)
  return row
}

/** How many wait for the partner; counted as far as the tabs are. */
export async function countWaiting(tx: Tx, readable: Prisma.Sql): Promise<number> {
  const where = { readable, asked: Prisma.sql`true` }
  const [row] = await tx.$queryRaw<[{ count: number }]>(Prisma.sql`select ${upTo('needs_you', where)} as count`)
  return row.count
}

/** Ids of everything that was asked for, newest first: what a file of the whole list is made from. */
export async function listedIds(tx: Tx, where: ListWhere, place: ListPlace, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    select t.id from ticket t where ${places[place]} and ${where.readable} and ${where.asked}
     order by t.created_at desc, t.id desc limit ${most}`)
  return rows.map(({ id }) => id)
}

/** The rows of some of them, as far as the reader may still see them. */
export function listedTickets(tx: Tx, where: ListWhere, ids: readonly string[]): Promise<ListedTicket[]> {
  const page = Prisma.sql`select t.* from ticket t where t.id = any(${ids}::uuid[]) and ${where.readable}`
  return tx.$queryRaw<ListedTicket[]>(
    Prisma.sql`${rowsOf(page, where.membershipId)} order by t.created_at desc, t.id desc`,
  )
}

/** Topics of the requests she may read: what a filter by topic offers. Leaps from topic to topic along their index. */
export async function topicsAsked(tx: Tx, readable: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    with recursive asked as (
      (select t.topic_id as id from ticket t where ${readable} order by t.topic_id limit 1)
      union all
      select (select t.topic_id from ticket t where ${readable} and t.topic_id > a.id order by t.topic_id limit 1)
        from asked a where a.id is not null)
    select id from asked where id is not null`)
  return rows.map(({ id }) => id)
}

function upTo(tab: ListTab, { readable, asked }: Pick<ListWhere, 'readable' | 'asked'>): Prisma.Sql {
  return Prisma.sql`(select count(*)::int from (
    select 1 from ticket t where ${places[tab]} and ${readable} and ${asked} limit ${MOST_COUNTED + 1}) counted)`
}

function rowsOf(page: Prisma.Sql, membershipId: string): Prisma.Sql {
  return Prisma.sql`
    with page as materialized (${page})
    select t.id, t.marketplace_id as "marketplaceId", t.number, t.subject, t.state,
           t.completed_reason as "completedReason", t.topic_id as "topicId", t.opened_by_id as "openedById",
           t.created_at as "createdAt", t.updated_at as "updatedAt", t.completed_at as "completedAt",
           t.first_answered_at as "firstAnsweredAt", t.due_at as "dueAt", t.fields,
           (select c.state from claim c where c.marketplace_id = t.marketplace_id and c.ticket_id = t.id
             order by c.claimed_at desc, c.id desc limit 1) as claim,
           (t.partner_news_at is not null and not exists (
             select from ticket_read r where r.marketplace_id = t.marketplace_id and r.ticket_id = t.id
                and r.membership_id = ${membershipId}::uuid and r.read_at >= t.partner_news_at)) as unread,
           case when t.state = 'completed' then (
             select said from (
               (select left(m.body, 400) as said, m.created_at as at from ticket_message m
                 where m.marketplace_id = t.marketplace_id and m.ticket_id = t.id
                   and m.kind in ('answer', 'ask', 'try_this')
                 order by m.created_at desc limit 1)
               union all
               (select left(e.data ->> 'reason', 400), e.at from ticket_event e
                 where e.marketplace_id = t.marketplace_id and e.ticket_id = t.id and e.kind = 'closed'
                   and e.data ->> 'reason' <> '')) words
              order by at desc limit 1) end as "lastWords",
           g.stars, g.comment
      from page t left join rating g on g.marketplace_id = t.marketplace_id and g.ticket_id = t.id`
}
