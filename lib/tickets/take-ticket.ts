import { authorize, type StaffActor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { peopleOf } from '@/lib/identity'
import { tellAssigned } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import type { MoveRefusal } from './lifecycle'
import { lockTicket } from './lock-ticket.sql'
import type { AssignInput, TakeInput } from './schema'
import { quoted } from './store'
import { type Changed, decide, timeOf, writeMove } from './write-move'

/** `assignee_unknown`: nobody active on this marketplace's staff. */
export type AssignRefusal = 'not_found' | 'not_allowed' | 'assignee_unknown' | MoveRefusal
export type Assigned = { ticketId: string; number: string } & Changed

/** "I'll take it": the agent owns the ticket, and a new one is in progress. */
export function takeTicket(actor: StaffActor, { ticketId }: TakeInput): Promise<Outcome<Assigned, AssignRefusal>> {
  return assignTicket(actor, { ticketId, assigneeId: actor.membershipId })
}

/** Gives the ticket to somebody of the staff, or (null) back to the team. Giving it to who has it changes nothing. */
export async function assignTicket(
  actor: StaffActor,
  { ticketId, assigneeId }: AssignInput,
): Promise<Outcome<Assigned, AssignRefusal>> {
  if (!authorize(actor, 'ticket.assign')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, ticketId)
    if (!ticket) return refuse('not_found')
    const at = timeOf(ticket, now)
    const own = assigneeId === actor.membershipId
    const moved = decide(ticket, own ? 'agent.take' : 'agent.assign', at)
    if (!moved.ok) return moved
    const number = await quoted(tx, ticket)
    const { state, version } = ticket
    if (ticket.assigneeId === assigneeId && moved.state === state) return ok({ ticketId, number, state, version })
    const authorId = actor.membershipId
    if (assigneeId === null) {
      // Back to the team is no work begun: the state stays.
      const change = { kind: 'released', authorId, audience: 'staff', assigneeId } as const
      return ok({ ticketId, number, ...(await writeMove(tx, ticket, at, { ok: true, state }, change)) })
    }
    const assignee = (await peopleOf(tx, [assigneeId])).get(assigneeId)
    if (!assignee?.active || assignee.partnerId !== null) return refuse('assignee_unknown')
    const changed = await writeMove(tx, ticket, at, moved, {
      kind: moved.state === state ? 'assigned' : 'taken',
      authorId,
      audience: 'staff',
      data: { assigneeId },
      assigneeId,
    })
    if (!own) {
      const { marketplaceId, partnerId } = ticket
      const fact = { marketplaceId, ticketId, partnerId, factId: newId(), recipientIds: [assigneeId] }
      await tellAssigned(tx, at, { ...fact, byId: authorId })
    }
    return ok({ ticketId, number, ...changed })
  })
}
