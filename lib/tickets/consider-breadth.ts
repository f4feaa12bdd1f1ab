import type { Tx } from '@/lib/db'
import { after, MINUTE } from '@/lib/foundation/clock'
import { settingsOf } from '@/lib/marketplace'
import { asWorker } from '@/lib/tenancy'
import { broadestAround, companiesIn } from './breadth'
import { dueUnder } from './change-ticket'
import { recordTicketEvent } from './events'
import { type LockedTicket, lockTicket } from './lock-ticket.sql'
import { timeOf } from './write-move'

/**
 * Looks once at how many companies report the topic of a new request at about the same time. From the marketplace's number
 * on it is a general fault, which goes before a single one (002-09): all its open requests are marked, with a line of
 * history that says why, and those of normal or low priority become high unless an agent chose theirs.
 *
 * The versions stay: an agent who is writing need not read this first.
 */
export async function considerBreadth(marketplaceId: string, ticketId: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const ticket = await tx.ticket.findFirst({ where: { id: ticketId, consideredAt: null } })
    if (!ticket) return
    const { incidentPartners, evidenceWindowMinutes } = await settingsOf(tx, marketplaceId)
    const { topicId, createdAt } = ticket
    const windowMs = evidenceWindowMinutes * MINUTE
    const near = await tx.ticket.findMany({
      where: {
        marketplaceId,
        topicId,
        state: { not: 'completed' },
        createdAt: { gte: after(createdAt, -windowMs), lte: after(createdAt, windowMs) },
      },
      select: { id: true, partnerId: true, createdAt: true, generalSince: true },
    })
    const open = near.some(({ id }) => id === ticketId)
    const reports = near.map(({ id, partnerId, createdAt: at, generalSince }) => ({ id, partnerId, at, generalSince }))
    const together = open ? broadestAround(reports, createdAt, windowMs) : []
    const partners = companiesIn(together)
    if (partners >= incidentPartners) {
      // Those that are marked already stay unlocked: agents are at work on them.
      const ids = together.filter((one) => one.id === ticketId || !one.generalSince).map(({ id }) => id)
      const some = ids.slice(0, MOST_AT_ONCE)
      await markGeneral(tx, now, some, { topicId, partners, minutes: evidenceWindowMinutes })
      // Not considered yet: it comes again, and finds those that are left.
      if (some.length < ids.length) return
    }
    await tx.ticket.updateMany({ where: { id: ticketId, topicId }, data: { consideredAt: now } })
  })
}

/** Requests marked, and so held from agents, in one transaction: many come at once when the worker stood still. */
const MOST_AT_ONCE = 100

type Breadth = { topicId: string; partners: number; minutes: number }

async function markGeneral(tx: Tx, now: Date, ids: readonly string[], breadth: Breadth): Promise<void> {
  // In one order for everybody: two of these at once wait for each other instead of for ever.
  for (const id of [...ids].sort()) {
    const ticket = await lockTicket(tx, id)
    // Read again under its lock: it may have been completed, moved or marked meanwhile.
    if (!ticket || ticket.state === 'completed' || ticket.topicId !== breadth.topicId || ticket.generalSince) continue
    await mark(tx, ticket, timeOf(ticket, now), breadth)
  }
}

async function mark(tx: Tx, ticket: LockedTicket, at: Date, { partners, minutes }: Breadth): Promise<void> {
  const { marketplaceId, id: ticketId, partnerId, priority, priorityBy } = ticket
  const raised = priorityBy !== 'agent' && (priority === 'normal' || priority === 'low')
  await recordTicketEvent(tx, {
    marketplaceId,
    ticketId,
    partnerId,
    at,
    kind: 'general_fault',
    authorId: null,
    audience: 'staff',
    data: { partners, minutes, ...(raised ? { from: priority, to: 'high' } : {}) },
  })
  await tx.ticket.updateMany({
    where: { id: ticketId },
    data: {
      generalSince: at,
      ...(raised
        ? { priority: 'high', priorityBy: 'breadth', ...(await dueUnder(tx, ticket, { priority: 'high' }, at)) }
        : {}),
    },
  })
}
