import type { Tx } from '@/lib/db'
import { marketplaceOf } from '@/lib/marketplace'
import type { TicketState } from './states'
import { written } from './ticket-number'
import type { MessageKind } from './view-types'

/* What upper floors (the engine, the worker's mails) ask of tickets, inside their own transaction. */

export type TicketFacts = {
  id: string
  marketplaceId: string
  /** As people quote it. */
  number: string
  subject: string
  state: TicketState
  partnerId: string
  topicId: string
  teamId: string
  openedById: string
  assigneeId: string | null
  locale: string
  createdAt: Date
  updatedAt: Date
}

/** Tickets by id, as far as the transaction may see them. */
export async function ticketFacts(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, TicketFacts>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await tx.ticket.findMany({ where: { id: { in: [...new Set(ticketIds)] } } })
  const prefixes = new Map<string, string>()
  for (const { marketplaceId } of rows) {
    if (!prefixes.has(marketplaceId)) prefixes.set(marketplaceId, (await marketplaceOf(tx, marketplaceId)).prefix)
  }
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        marketplaceId: row.marketplaceId,
        number: written(prefixes.get(row.marketplaceId) ?? '', row.number),
        subject: row.subject,
        state: row.state as TicketState,
        partnerId: row.partnerId,
        topicId: row.topicId,
        teamId: row.teamId,
        openedById: row.openedById,
        assigneeId: row.assigneeId,
        locale: row.locale,
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
      },
    ]),
  )
}

/** The version that an answer to this ticket would have before it; null when there is no such ticket. */
export async function versionOf(tx: Tx, ticketId: string): Promise<number | null> {
  return (await tx.ticket.findFirst({ where: { id: ticketId }, select: { version: true } }))?.version ?? null
}

export type MessageFacts = {
  id: string
  ticketId: string
  authorId: string
  kind: MessageKind
  body: string
  locale: string
  /** The partner's word on a fix that we asked to try. */
  verdict: 'works' | 'does_not' | null
  createdAt: Date
}

/** One message, for the mail that brings it; null when there is none to be seen. */
export async function messageText(tx: Tx, messageId: string): Promise<MessageFacts | null> {
  const row = await tx.ticketMessage.findFirst({ where: { id: messageId } })
  if (!row) return null
  const { id, ticketId, authorId, kind, body, locale, createdAt } = row
  const verdict = row.verdict as MessageFacts['verdict']
  return { id, ticketId, authorId, kind: kind as MessageKind, body, locale, verdict, createdAt }
}

/** The newest thing the partner wrote on a ticket: what a page quotes. */
export async function lastFromPartner(tx: Tx, ticketId: string): Promise<MessageFacts | null> {
  const row = await tx.ticketMessage.findFirst({
    where: { ticketId, kind: { in: ['request', 'message'] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return row && messageText(tx, row.id)
}

/** When this person last did anything on the ticket: an owner who works on it has not forgotten it. */
export async function lastTouchBy(
  tx: Tx,
  { ticketId, membershipId }: { ticketId: string; membershipId: string },
): Promise<Date | null> {
  const row = await tx.ticketEvent.findFirst({
    where: { ticketId, authorId: membershipId },
    orderBy: { at: 'desc' },
    select: { at: true },
  })
  return row?.at ?? null
}

/**
 * Evidence for a claim: open tickets on the same topic by other companies since `since`, and how many companies
 * (000-06). For staff and worker: on a partner's side row security leaves nothing to count.
 */
export async function countOpenOnTopic(
  tx: Tx,
  which: { marketplaceId: string; topicId: string; exceptPartnerId: string; since: Date },
): Promise<{ tickets: number; partners: number }> {
  const groups = await tx.ticket.groupBy({
    by: ['partnerId'],
    where: {
      marketplaceId: which.marketplaceId,
      topicId: which.topicId,
      partnerId: { not: which.exceptPartnerId },
      state: { not: 'completed' },
      createdAt: { gte: which.since },
    },
    _count: { _all: true },
  })
  return { tickets: groups.reduce((sum, group) => sum + group._count._all, 0), partners: groups.length }
}

export type NoteFacts = { id: string; authorId: string; body: string; createdAt: Date }

/** What agents noted on a ticket from `since` on, oldest first: part of an escalation's timeline. Staff only. */
export async function notesSince(tx: Tx, ticketId: string, since: Date): Promise<NoteFacts[]> {
  const rows = await tx.ticketNote.findMany({
    where: { ticketId, createdAt: { gte: since } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, authorId, body, createdAt }) => ({ id, authorId, body, createdAt }))
}

/** The text of an answer that waits for its author, or null when there is none any more. Staff and worker. */
export async function heldText(tx: Tx, heldId: string): Promise<string | null> {
  return (await tx.heldAnswer.findFirst({ where: { id: heldId } }))?.body ?? null
}
