import { Prisma, type Tx } from '@/lib/db'
import type { QueueCursor } from './queue-cursor'
import type { ClaimState, Priority, QueueSort, QueueView } from './schema'
import type { TicketState } from './states'

/** Whose desk it is: the reader, and the teams she belongs to. */
export type Reader = { membershipId: string; teamIds: readonly string[] }

export type QueueTicket = {
  id: string
  number: number
  subject: string
  locale: string
  state: TicketState
  topicId: string
  partnerId: string
  assigneeId: string | null
  priority: Priority
  generalSince: Date | null
  dueAt: Date | null
  createdAt: Date
  updatedAt: Date
  claim: ClaimState | null
  unread: boolean
}

const open = Prisma.sql`t.state <> 'completed'`
const ours = Prisma.sql`t.state in ('created', 'in_progress')`
const urgent = Prisma.sql`t.id in (
  select ticket_id from claim where state in ('claimed', 'confirmed')
  union all select id from ticket where priority = 'urgent' and state <> 'completed')`

function filterOf(view: Exclude<QueueView, 'all'>, { membershipId, teamIds }: Reader): Prisma.Sql {
  switch (view) {
    case 'waiting':
      return ours
    case 'mine':
      return Prisma.sql`${open} and t.assignee_id = ${membershipId}::uuid`
    case 'team':
      return Prisma.sql`${open} and t.team_id = any(${teamIds}::uuid[])`
    case 'unassigned':
      return Prisma.sql`${open} and t.assignee_id is null`
    case 'urgent':
      return Prisma.sql`${open} and ${urgent}`
  }
}

/* The keys by due, word for word those of the index ticket_open_by_due: constants, because a parameter would not match. */
const single = Prisma.sql`(t.general_since is null or t.state not in ('created', 'in_progress'))`
const due = Prisma.sql`(coalesce(t.due_at, case when t.state in ('created', 'in_progress') then '9999-12-31T00:00:00Z'::timestamptz else 'infinity'::timestamptz end))`

const orders: Record<QueueSort, Prisma.Sql> = {
  due: Prisma.sql`${single}, ${due}, t.id`,
  change: Prisma.sql`t.updated_at desc, t.id desc`,
}

function after(cursor: QueueCursor | null): Prisma.Sql {
  if (!cursor) return Prisma.empty
  if (cursor.sort === 'change')
    return Prisma.sql`and (t.updated_at, t.id) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id}::uuid)`
  const at =
    cursor.due instanceof Date ? cursor.due.toISOString() : cursor.due === 'none' ? '9999-12-31T00:00:00Z' : 'infinity'
  return Prisma.sql`and (${single}, ${due}, t.id) > (${cursor.single}, ${at}::timestamptz, ${cursor.id}::uuid)`
}

/** Everything there is, by change: five short walks along the index of states instead of one through the whole table. */
const states = ['created', 'in_progress', 'awaiting_partner', 'answered', 'completed']
function byState(cursor: QueueCursor | null, most: number): Prisma.Sql {
  const walks = states.map(
    (state) =>
      Prisma.sql`(select t.* from ticket t where t.state = ${state} ${after(cursor)} order by ${orders.change} limit ${most})`,
  )
  return Prisma.sql`select t.* from (${Prisma.join(walks, ' union all ')}) t order by ${orders.change} limit ${most}`
}

/**
 * Walks indexes in the order asked for instead of reading a view and sorting it. Row security makes the planner expect
 * next to nothing of any view (it cannot know what `app_side()` says), so reading all of it looks cheap to it: 20,000
 * open requests were read and sorted for a page of fifty. Only for what this asks; afterwards the planner is free again.
 */
async function inOrder<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  await tx.$queryRaw`select set_config('enable_sort', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`
  const result = await work()
  await tx.$queryRaw`select set_config('enable_sort', 'on', true)`
  return result
}

type Asked = { view: QueueView; sort: QueueSort; cursor: QueueCursor | null; most: number }

/**
 * One page of a view in its order, with what the row shows of this room's own tables. Written by hand because the order
 * is that of an expression index over open requests: a page costs the same at a million rows as at a thousand.
 */
export function queuePage(tx: Tx, reader: Reader, { view, sort, cursor, most }: Asked): Promise<QueueTicket[]> {
  const page =
    view === 'all'
      ? byState(cursor, most)
      : Prisma.sql`select t.* from ticket t where ${filterOf(view, reader)} ${after(cursor)} order by ${orders[sort]} limit ${most}`
  const read = () => tx.$queryRaw<QueueTicket[]>(Prisma.sql`${rowsOf(page, reader)} order by ${orders[sort]}`)
  // What is urgent, and by change what one agent has, is little: found by its own index and sorted.
  return view === 'urgent' || (view === 'mine' && sort === 'change') ? read() : inOrder(tx, read)
}

/** The same rows for ids that a search found. */
export async function queueTickets(tx: Tx, reader: Reader, ids: readonly string[]): Promise<QueueTicket[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<QueueTicket[]>(
    rowsOf(Prisma.sql`select t.* from ticket t where t.id = any(${ids}::uuid[])`, reader),
  )
  const place = new Map(ids.map((id, at) => [id, at]))
  return rows.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

function rowsOf(page: Prisma.Sql, { membershipId }: Reader): Prisma.Sql {
  return Prisma.sql`
    with page as materialized (${page})
    select t.id, t.number, t.subject, t.locale, t.state, t.topic_id as "topicId", t.partner_id as "partnerId",
           t.assignee_id as "assigneeId", t.priority, t.general_since as "generalSince", t.due_at as "dueAt",
           t.created_at as "createdAt", t.updated_at as "updatedAt",
           (select c.state from claim c where c.marketplace_id = t.marketplace_id and c.ticket_id = t.id
             order by c.claimed_at desc, c.id desc limit 1) as claim,
           (t.state <> 'completed' and t.staff_news_at is not null and not exists (
             select from ticket_read r where r.marketplace_id = t.marketplace_id and r.ticket_id = t.id
                and r.membership_id = ${membershipId}::uuid and r.read_at >= t.staff_news_at)) as unread
      from page t`
}

/**
 * How many each view holds, none counted further than `most`: no count grows with the table.
 */
export async function countViews(tx: Tx, reader: Reader, most: number): Promise<Record<QueueView, number>> {
  const upTo = (where: Prisma.Sql, order = Prisma.empty) =>
    Prisma.sql`(select count(*)::int from (select 1 from ticket t where ${where} ${order} limit ${most}) counted)`
  // An order leads along an index: without one a new marketplace would read everybody else's requests to count its own.
  const waiting = upTo(filterOf('waiting', reader), Prisma.sql`order by t.state, t.updated_at, t.id`)
  const everything = upTo(Prisma.sql`t.created_at > '-infinity'`, Prisma.sql`order by t.created_at, t.id`)
  const asked = Prisma.sql`
    select ${waiting} as waiting, ${upTo(filterOf('mine', reader))} as mine,
           ${upTo(filterOf('team', reader))} as team, ${upTo(filterOf('unassigned', reader))} as unassigned,
           ${upTo(filterOf('urgent', reader))} as urgent, ${everything} as "all"`
  const [counts] = await inOrder(tx, () => tx.$queryRaw<[Record<QueueView, number>]>(asked))
  return counts
}

/** How many companies have a request of a general fault open, by topic. */
export async function generalBreadth(tx: Tx, topicIds: readonly string[]): Promise<Map<string, number>> {
  if (topicIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ topicId: string; partners: number }[]>(Prisma.sql`
    select topic_id as "topicId", count(distinct partner_id)::int as partners from ticket
     where topic_id = any(${[...new Set(topicIds)]}::uuid[]) and general_since is not null and state <> 'completed'
     group by topic_id`)
  return new Map(rows.map(({ topicId, partners }) => [topicId, partners]))
}
