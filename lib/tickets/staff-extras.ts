import type { StaffActor } from '@/lib/authz'
import { topicNames } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import type { HistoryStep } from './history'
import type { Event } from './history-view'
import type { NameOf, Ticket } from './page-view'
import { generalBreadth } from './queue-order.sql'
import type { HeldView, RecentTicket, StaffTicket } from './staff-view-types'
import type { TicketState } from './states'
import { written } from './ticket-number'

/* What the desk sees of a request besides the page that both sides share. */

/** An answer in its last seconds here, whoever's it is; else the reader's own that did not leave. */
export async function heldOf(tx: Tx, actor: StaffActor, ticketId: string) {
  const rows = await tx.heldAnswer.findMany({ where: { ticketId }, orderBy: { id: 'desc' } })
  return (
    rows.find(({ sendAt }) => sendAt !== null) ?? rows.find(({ authorId }) => authorId === actor.membershipId) ?? null
  )
}

/** Files of an answer on its way are its author's alone: only she may put them back into the box. */
export function heldView(
  actor: StaffActor,
  held: NonNullable<Awaited<ReturnType<typeof heldOf>>>,
  person: NameOf,
): HeldView {
  const { id, kind, body, createdAt: at, authorId, attachmentIds, sendAt, refusedWhy } = held
  const files = Array.isArray(attachmentIds) ? attachmentIds.map(String) : []
  const fileIds = authorId === actor.membershipId ? files : []
  return { id, kind: kind as HeldView['kind'], body, at, author: person(authorId), fileIds, sendAt, refusedWhy }
}

/** Why it goes before others: how many companies reported the topic, within how many minutes (002-09). */
export async function generalOf(tx: Tx, ticket: Ticket, events: readonly Event[]): Promise<StaffTicket['general']> {
  if (ticket.generalSince === null) return null
  const found = events.findLast(({ kind }) => kind === 'general_fault')
  const open = (await generalBreadth(tx, [ticket.topicId])).get(ticket.topicId) ?? 0
  return { since: ticket.generalSince, partners: found?.data.partners ?? open, minutes: found?.data.minutes ?? 0, open }
}

/** How far this reader has read, and whether something came in since. */
export async function readingOf(tx: Tx, actor: StaffActor, ticket: Ticket) {
  const row = await tx.ticketRead.findFirst({ where: { ticketId: ticket.id, membershipId: actor.membershipId } })
  const readAt = row?.readAt ?? null
  const { staffNewsAt } = ticket
  return { readAt, unread: staffNewsAt !== null && (readAt === null || readAt < staffNewsAt) }
}

/** The history with the name of the topic that a request was moved to. */
export async function topicsNamed(tx: Tx, history: readonly HistoryStep[], locale: Locale): Promise<HistoryStep[]> {
  const to = history.flatMap(({ kind, data }) => (kind === 'topic_changed' && data.to ? [data.to] : []))
  const names = await topicNames(tx, to, locale)
  return history.map((step) => {
    const name = step.kind === 'topic_changed' ? names.get(step.data.to ?? '')?.name : undefined
    return name ? { ...step, data: { ...step.data, personName: name } } : step
  })
}

/** The company's five other requests that changed last. */
export async function recentOf(tx: Tx, ticket: Ticket, prefix: string): Promise<RecentTicket[]> {
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
