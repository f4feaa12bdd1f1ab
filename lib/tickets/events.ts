import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import type { ClockEvent } from '@/lib/sla'
import type { EventData, EventKind } from './history'
import type { TicketState } from './states'

export type NewTicketEvent = {
  marketplaceId: string
  ticketId: string
  partnerId: string
  at: Date
  kind: EventKind
  /** Null: the system did it. */
  authorId: string | null
  /** partner: both sides read it. Whatever changes the state is the partner's to read. */
  audience: 'partner' | 'staff'
  data?: EventData
  fromState?: TicketState
  toState?: TicketState
}

/** Writes one line of a ticket's history in the transaction of what happened. Joins any side's transaction. */
export async function recordTicketEvent(tx: Tx, event: NewTicketEvent): Promise<void> {
  await recordTicketEvents(tx, [event])
}

/** The same for the lines of many tickets, in one statement. */
export async function recordTicketEvents(tx: Tx, events: readonly NewTicketEvent[]): Promise<void> {
  if (events.length === 0) return
  // createMany: a partner may write a line that only staff read, so nothing can be returned.
  await tx.ticketEvent.createMany({
    data: events.map(({ fromState, toState, data, ...rest }) => ({
      ...rest,
      id: newId(),
      data: data ?? {},
      fromState: fromState ?? null,
      toState: toState ?? null,
    })),
  })
}

/** The states a ticket went through, oldest first: what its clock is computed from. Every side sees all of them. */
export async function stateChanges(tx: Tx, ticketId: string): Promise<ClockEvent[]> {
  const rows = await tx.ticketEvent.findMany({
    where: { ticketId, toState: { not: null } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { at: true, kind: true, toState: true },
  })
  return clockEvents(rows)
}

/** What clocks read of a history. What was cancelled was not solved. */
export function clockEvents(rows: readonly { at: Date; kind: string; toState: string | null }[]): ClockEvent[] {
  return rows.flatMap(({ at, kind, toState }) => {
    if (toState === null) return []
    return { at, state: toState as TicketState, ...(kind === 'cancelled' ? { cancelled: true } : {}) }
  })
}
