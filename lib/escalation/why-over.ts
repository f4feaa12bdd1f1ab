import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { ticketFacts } from '@/lib/tickets'
import type { Run } from './run'

/**
 * Which of these runs are about a ticket that is completed: closing is read by the engine, never pushed to it. Calling a
 * partner does not depend on a ticket.
 */
export async function withClosedTicket(tx: Tx, runs: readonly Run[]): Promise<Set<string>> {
  const about = runs.filter(({ row }) => row.direction === 'IN')
  const facts = await ticketFacts(
    tx,
    about.flatMap(({ ticketId }) => ticketId ?? []),
  )
  const closed = about.filter(({ ticketId }) => ticketId && facts.get(ticketId)?.state === 'completed')
  return new Set(closed.map(({ id }) => id))
}

/** Which of these runs belong to somebody who is no longer here: nobody works on them, though they look taken. */
export async function withoutOwner(tx: Tx, runs: readonly Run[]): Promise<Set<string>> {
  const owned = runs.filter(({ row }) => row.state === 'ACKED' && row.ackedBy !== null)
  const people = await peopleOf(
    tx,
    owned.flatMap(({ row }) => row.ackedBy ?? []),
  )
  return new Set(owned.filter(({ row }) => !people.get(row.ackedBy ?? '')?.active).map(({ id }) => id))
}
