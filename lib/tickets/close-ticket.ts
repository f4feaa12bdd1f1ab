import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellClosed } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import type { MoveRefusal } from './lifecycle'
import { lockTicket } from './lock-ticket.sql'
import type { CloseInput } from './schema'
import { quoted } from './store'
import { decide, timeOf, writeMove } from './write-move'

export type CloseRefusal = 'not_found' | 'not_allowed' | 'changed_meanwhile' | MoveRefusal
export type Closed = { ticketId: string; number: string; version: number }

/** An agent ends a request; the partner reads the reason. Refused when something arrived since the agent last looked. */
export async function closeTicket(actor: StaffActor, input: CloseInput): Promise<Outcome<Closed, CloseRefusal>> {
  if (!authorize(actor, 'ticket.close')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, input.ticketId)
    if (!ticket) return refuse('not_found')
    const at = timeOf(ticket, now)
    const moved = decide(ticket, 'agent.close', at)
    if (!moved.ok) return moved
    if (input.version !== ticket.version) return refuse('changed_meanwhile', { version: ticket.version })
    const { marketplaceId, partnerId, id: ticketId, openedById } = ticket
    const { version } = await writeMove(tx, ticket, at, moved, {
      kind: 'closed',
      authorId: actor.membershipId,
      audience: 'partner',
      ...(input.reason === '' ? {} : { data: { reason: input.reason } }),
    })
    // A request is completed once, so it is the fact itself.
    const fact = { marketplaceId, partnerId, ticketId, factId: ticketId, recipientIds: [openedById] }
    await tellClosed(tx, at, { ...fact, reason: input.reason === '' ? null : input.reason })
    return ok({ ticketId, number: await quoted(tx, ticket), version })
  })
}
