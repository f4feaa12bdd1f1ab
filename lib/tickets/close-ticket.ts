import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellClosed } from '@/lib/notifications'
import { asStaff } from '@/lib/tenancy'
import { watchersOf } from './followers'
import { heldUnderWay } from './held-answers'
import { type LockedTicket, lockTicket } from './lock-ticket.sql'
import type { SayRefusal } from './say'
import type { CloseInput } from './schema'
import { sendNow } from './send-held-answer'
import { quoted } from './store'
import { decide, timeOf, writeMove } from './write-move'

export type CloseRefusal = 'not_found' | 'not_allowed' | SayRefusal
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
    // Her own answer that is still on its way goes first: closing is no second thought about it.
    const open = await afterOwnAnswer(tx, actor, ticket, at)
    if (!open.ok) return open
    const { marketplaceId, partnerId, id: ticketId } = ticket
    const { version } = await writeMove(tx, open.value, at, moved, {
      kind: 'closed',
      authorId: actor.membershipId,
      audience: 'partner',
      ...(input.reason === '' ? {} : { data: { reason: input.reason } }),
    })
    // A request is completed once, so it is the fact itself.
    const fact = { marketplaceId, partnerId, ticketId, factId: ticketId, recipientIds: await watchersOf(tx, ticketId) }
    await tellClosed(tx, at, { ...fact, reason: input.reason === '' ? null : input.reason })
    return ok({ ticketId, number: await quoted(tx, ticket), version })
  })
}

/** The ticket as it is once the closer's own held answer has left; as it was when she has none. */
async function afterOwnAnswer(
  tx: Tx,
  actor: StaffActor,
  ticket: LockedTicket,
  at: Date,
): Promise<Outcome<LockedTicket, CloseRefusal>> {
  const held = await heldUnderWay(tx, ticket.id)
  if (held?.authorId !== actor.membershipId) return ok(ticket)
  const sent = await sendNow(tx, ticket, held, at)
  if (!sent.ok) return sent
  return ok((await lockTicket(tx, ticket.id)) ?? ticket)
}
