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
  const { fromState, toState, data, ...rest } = event
  // createMany: a partner may write a line that only staff read, so nothing can be returned.
  await tx.ticketEvent.createMany({
    data: { ...rest, id: newId(), data: data ?? {}, fromState: fromState ?? null, toState: toState ?? null },
  })
}

/** The states a ticket went through, oldest first: what its clock is computed from. Every side sees all of them. */
export async function stateChanges(tx: Tx, ticketId: string): Promise<ClockEvent[]> {
  const rows = await tx.ticketEvent.findMany({
    where: { ticketId, toState: { not: null } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { at: true, toState: true },
  })
  return rows.map(({ at, toState }) => ({ at, state: toState as TicketState }))
}
