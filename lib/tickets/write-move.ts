import type { Tx } from '@/lib/db'
import { followClock } from '@/lib/sla'
import { wakeWorker } from '@/lib/tenancy'
import { recordTicketEvent, stateChanges } from './events'
import type { EventData, EventKind } from './history'
import { type Move, move, type TicketAct } from './lifecycle'
import type { LockedTicket } from './lock-ticket.sql'
import type { TicketState } from './states'

/** What the table of legal moves says of this ticket now. Rating has its own facts and is not asked here. */
export function decide(ticket: LockedTicket, act: Exclude<TicketAct, 'partner.rate'>, at: Date): Move {
  return move(ticket.state, act, { now: at, completedAt: ticket.completedAt, ratedAt: null })
}

/**
 * The time of a change to a locked ticket: never before the last one, though this transaction may have begun earlier
 * and waited for the lock. A history read by time is then the history as it was.
 */
export function timeOf(ticket: LockedTicket, now: Date): Date {
  return now < ticket.updatedAt ? ticket.updatedAt : now
}

export type Change = {
  kind: EventKind
  authorId: string | null
  /** Who reads the line of history when the state stays; a change of state is always the partner's to read. */
  audience: 'partner' | 'staff'
  data?: EventData
  /** Left out: the owner stays. */
  assigneeId?: string | null
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
  const completes = reason !== undefined
  const version = ticket.version + 1
  const { count } = await tx.ticket.updateMany({
    where: { id: ticket.id, version: ticket.version },
    data: {
      state,
      version,
      updatedAt: at,
      ...(completes ? { completedReason: reason, completedAt: at } : {}),
      ...(change.assigneeId === undefined ? {} : { assigneeId: change.assigneeId }),
    },
  })
  if (count !== 1) throw new Error('a ticket was changed without its lock')
  const { marketplaceId, id: ticketId, partnerId } = ticket
  const moves = state !== ticket.state
  const { kind, authorId, data } = change
  const line = { marketplaceId, ticketId, partnerId, at, kind, authorId, ...(data ? { data } : {}) }
  await recordTicketEvent(tx, {
    ...line,
    audience: moves ? 'partner' : change.audience,
    ...(moves ? { fromState: ticket.state, toState: state } : {}),
  })
  if (moves) await followClock(tx, { marketplaceId, ticketId, events: await stateChanges(tx, ticketId) })
  if (completes) await endClaims(tx, ticketId)
  return { state, version }
}

/** A completed ticket's claims are over. Unconsidered again: the engine then ends their escalations. */
async function endClaims(tx: Tx, ticketId: string): Promise<void> {
  const { count } = await tx.claim.updateMany({
    where: { ticketId, state: { in: ['claimed', 'confirmed'] } },
    data: { state: 'ended', consideredAt: null },
  })
  if (count > 0) await wakeWorker(tx)
}
