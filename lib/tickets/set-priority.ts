import type { StaffActor } from '@/lib/authz'
import type { Outcome } from '@/lib/foundation/outcome'
import { type ChangedTicket, type ChangeRefusal, changeTicket, dueUnder } from './change-ticket'
import type { PriorityInput } from './schema'

/**
 * How soon it is to be worked on. An agent's choice stands, whatever its breadth says later (002-09); the promises are
 * those of the new priority, counted from when they began.
 */
export function setPriority(
  actor: StaffActor,
  { ticketId, priority }: PriorityInput,
): Promise<Outcome<ChangedTicket, ChangeRefusal>> {
  return changeTicket(actor, ticketId, async (tx, ticket, at) => {
    const { priority: from, priorityBy } = ticket
    // The same one again, by an agent: from now on it is hers, and stands.
    if (from === priority && priorityBy === 'agent') return null
    return {
      kind: 'priority_changed',
      audience: 'staff',
      data: { from, to: priority },
      also: { priority, priorityBy: 'agent', ...(await dueUnder(tx, ticket, { priority }, at)) },
      before: { priority: from, priorityBy },
      after: { priority, priorityBy: 'agent' },
    }
  })
}
