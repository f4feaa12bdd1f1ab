import { authorize, type StaffActor } from '@/lib/authz'
import type { Prisma, Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { partnersOf } from '@/lib/partners'
import { asStaff } from '@/lib/tenancy'
import { olderThan, pageOf, readCursor } from './cursor'
import { personsOf, rowFacts } from './row-facts'
import { QUEUE_VIEWS, type QueuePage, type QueueRow, type QueueView } from './view-types'
import { waitingQueue } from './waiting-queue.sql'

const PAGE = 50
const open = { state: { not: 'completed' } } satisfies Prisma.TicketWhereInput

function filterOf(view: QueueView, actor: StaffActor): Prisma.TicketWhereInput {
  switch (view) {
    case 'waiting':
      return { state: { in: ['created', 'in_progress'] } }
    case 'mine':
      return { ...open, assigneeId: actor.membershipId }
    case 'unassigned':
      return { ...open, assigneeId: null }
    case 'urgent':
      return { ...open, claims: { some: { state: { in: ['claimed', 'confirmed'] } } } }
    case 'all':
      return {}
  }
}

export type QueueQuery = { view: QueueView; cursor?: string | undefined; locale: Locale }

/**
 * The desk's queue, 50 a page. `waiting` is our turn, soonest due first; the other views newest change first.
 * Agents read the whole marketplace: teams route, they do not wall off.
 */
export async function queue(actor: StaffActor, query: QueueQuery): Promise<QueuePage> {
  if (!authorize(actor, 'ticket.queue')) throw new Error('only staff have a queue')
  return asStaff(actor, async (tx, now) => {
    const { rows, nextCursor } = query.view === 'waiting' ? await waiting(tx, query) : await newest(tx, actor, query)
    const facts = await rowFacts(tx, actor, rows, query.locale)
    const assignees = rows.map((row) => row.assigneeId)
    const person = await personsOf(tx, actor, assignees)
    const partnerIds = rows.map((row) => row.partnerId)
    const partners = await partnersOf(tx, partnerIds)
    const shown = rows.map((row): QueueRow => {
      const fact = facts(row)
      return {
        ...fact,
        partner: { id: row.partnerId, name: partners.get(row.partnerId)?.name ?? '' },
        assignee: row.assigneeId === null ? null : person(row.assigneeId),
        overdue: fact.dueAt !== null && fact.dueAt < now,
      }
    })
    return { view: query.view, counts: await countViews(tx, actor), rows: shown, nextCursor }
  })
}

async function waiting(tx: Tx, query: QueueQuery) {
  const order = await waitingQueue(tx, { cursor: readCursor(query.cursor), most: PAGE + 1 })
  const { page, nextCursor } = pageOf(order, PAGE, (row) => row.at)
  const ids = page.map((row) => row.id)
  const found = await tx.ticket.findMany({ where: { id: { in: ids } } })
  const byId = new Map(found.map((row) => [row.id, row]))
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), nextCursor }
}

async function newest(tx: Tx, actor: StaffActor, query: QueueQuery) {
  const found = await tx.ticket.findMany({
    where: { AND: [filterOf(query.view, actor), olderThan(readCursor(query.cursor))] },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: PAGE + 1,
  })
  const { page, nextCursor } = pageOf(found, PAGE, (row) => row.updatedAt)
  return { rows: page, nextCursor }
}

async function countViews(tx: Tx, actor: StaffActor): Promise<Record<QueueView, number>> {
  const counts: [QueueView, number][] = []
  for (const view of QUEUE_VIEWS) counts.push([view, await tx.ticket.count({ where: filterOf(view, actor) })])
  return Object.fromEntries(counts) as Record<QueueView, number>
}
