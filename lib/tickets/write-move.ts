import type { Prisma, Tx } from '@/lib/db'
import { after, DAY } from '@/lib/foundation/clock'
import { settingsOf } from '@/lib/marketplace'
import { businessMinutes, followClock } from '@/lib/sla'
import { wakeWorker } from '@/lib/tenancy'
import { recordTicketEvent, stateChanges } from './events'
import type { EventData, EventKind } from './history'
import { type Move, move, type TicketAct } from './lifecycle'
import type { LockedTicket } from './lock-ticket.sql'
import type { TicketState } from './states'

/** What the table of legal moves says of this ticket now. Rating has its own facts and is not asked here. */
export function decide(ticket: LockedTicket, act: Exclude<TicketAct, 'partner.rate'>, at: Date): Move {
  return move(ticket.state, act, { now: at, completedAt: ticket.completedAt, ratedAt: null, ratingDays: 0 })
}

/**
 * The time of a change to a locked ticket: never before the last one, though this transaction may have begun earlier
 * and waited for the lock. A history read by time is then the history as it was.
 */
export function timeOf({ updatedAt, remindedAt }: LockedTicket, now: Date): Date {
  const last = remindedAt && remindedAt > updatedAt ? remindedAt : updatedAt
  return now < last ? last : now
}

export type Change = {
  kind: EventKind
  authorId: string | null
  /** Who reads the line of history when the state stays; a change of state is always the partner's to read. */
  audience: 'partner' | 'staff'
  data?: EventData
  /** Left out: the owner stays. */
  assigneeId?: string | null
  /** What an agent sorted or found out; the state is writeMove's own. */
  also?: Prisma.TicketUncheckedUpdateManyInput
}

export type Changed = { state: TicketState; version: number }

/**
 * Writes a legal move of a locked ticket: the row, its line of history, its clock, and the end of open claims when it
 * is completed. The only place where a ticket's state is written.
 */
export async function writeMove(
  tx: Tx,
  ticket: LockedTicket,
  at: Date,
  moved: Extract<Move, { ok: true }>,
  change: Change,
): Promise<Changed> {
  const { state, reason } = moved
  const { marketplaceId, id: ticketId, partnerId } = ticket
  const moves = state !== ticket.state
  const { kind, authorId, data } = change
  await recordTicketEvent(tx, {
    marketplaceId,
    ticketId,
    partnerId,
    at,
    kind,
    authorId,
    ...(data ? { data } : {}),
    audience: moves ? 'partner' : change.audience,
    ...(moves ? { fromState: ticket.state, toState: state } : {}),
  })
  const version = ticket.version + 1
  const { count } = await tx.ticket.updateMany({
    where: { id: ticketId, version: ticket.version },
    data: {
      state,
      version,
      updatedAt: at,
      ...(reason ? { completedReason: reason, completedAt: at } : {}),
      ...(change.assigneeId === undefined ? {} : { assigneeId: change.assigneeId }),
      ...(moves ? { dueAt: await dueAfter(tx, ticket, at) } : {}),
      ...(moves || SAID_TO_PARTNER.includes(kind) ? await partnersTurn(tx, marketplaceId, state, at) : {}),
      ...(moves ? await howLongItTook(tx, ticket, state, at) : {}),
      ...newsFor(change, moves, at),
      ...change.also,
    },
  })
  if (count !== 1) throw new Error('a ticket was changed without its lock')
  if (authorId) await ownChange(tx, ticket, authorId, version)
  if (reason) await endClaims(tx, ticketId)
  return { state, version }
}

/** Our soonest deadline in the new state. */
async function dueAfter(tx: Tx, ticket: LockedTicket, now: Date): Promise<Date | null> {
  return followClock(tx, { ...promisedOf(ticket), events: await stateChanges(tx, ticket.id), now })
}

/** What of a ticket its promises hang on. */
export function promisedOf({ marketplaceId, id, partnerId, topicId, priority }: LockedTicket) {
  return { marketplaceId, ticketId: id, partnerId, topicId, priority }
}

/** While it is the partner's turn: when the worker reminds it, counted from the last thing that we said (003-25). */
async function partnersTurn(tx: Tx, marketplaceId: string, state: TicketState, at: Date) {
  if (state !== 'answered' && state !== 'awaiting_partner') return { nextAt: null, remindedAt: null }
  const { autoCloseReminderDays } = await settingsOf(tx, marketplaceId)
  return { nextAt: after(at, autoCloseReminderDays * DAY), remindedAt: null }
}

/** What reports tell: business minutes from the opening, written once, when the moment has come (003-10). */
async function howLongItTook(tx: Tx, ticket: LockedTicket, state: TicketState, at: Date) {
  const answered = state === 'answered' && ticket.firstAnsweredAt === null
  if (!answered && state !== 'completed') return {}
  const { marketplaceId, id: ticketId, createdAt } = ticket
  const took = await businessMinutes(tx, { marketplaceId, ticketId }, createdAt, at)
  return answered ? { firstAnsweredAt: at, firstAnswerTook: took } : { completionTook: took }
}

/** What an agent did herself is nothing new to her: her own answer on its way goes on against the new version. */
async function ownChange(tx: Tx, ticket: LockedTicket, authorId: string, version: number): Promise<void> {
  const hers = { ticketId: ticket.id, authorId, version: ticket.version, sendAt: { not: null } }
  await tx.heldAnswer.updateMany({ where: hers, data: { version } })
}

/** We spoke: the partner has its days from now on, though the state may be as it was. */
const SAID_TO_PARTNER: readonly EventKind[] = ['answered', 'asked', 'try_asked']

/** What somebody of the other side did is news to read. */
function newsFor({ kind, authorId, audience }: Change, moves: boolean, at: Date) {
  if (authorId === null) return moves ? { partnerNewsAt: at, staffNewsAt: at } : {}
  if (FROM_PARTNER.includes(kind)) return { staffNewsAt: at }
  return moves || (audience === 'partner' && kind !== 'topic_changed') ? { partnerNewsAt: at } : {}
}

const FROM_PARTNER: readonly EventKind[] = [
  'opened',
  'replied',
  'try_worked',
  'try_failed',
  'cancelled',
  'solved',
  'rated',
]

/** A completed ticket's claims are over. Unconsidered again: the engine then ends their escalations. */
async function endClaims(tx: Tx, ticketId: string): Promise<void> {
  const { count } = await tx.claim.updateMany({
    where: { ticketId, state: { in: ['claimed', 'confirmed'] } },
    data: { state: 'ended', consideredAt: null },
  })
  if (count > 0) await wakeWorker(tx)
}
