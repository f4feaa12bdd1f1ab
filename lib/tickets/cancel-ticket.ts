import { authorize, type PartnerActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asPartner } from '@/lib/tenancy'
import type { MoveRefusal } from './lifecycle'
import { lockTicket } from './lock-ticket.sql'
import { ruleFacts } from './readable'
import type { CancelInput } from './schema'
import { quoted } from './store'
import { decide, timeOf, writeMove } from './write-move'

export type Cancelled = { ticketId: string; number: string; reason: 'cancelled' | 'solved' }

/** "No longer relevant" (003-21); once answered the same button says that the answer solved it. */
export async function cancelTicket(
  actor: PartnerActor,
  { ticketId }: CancelInput,
): Promise<Outcome<Cancelled, 'not_found' | MoveRefusal>> {
  return asPartner(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, ticketId)
    if (!ticket || !authorize(actor, 'ticket.cancel', await ruleFacts(tx, ticket))) return refuse('not_found')
    const at = timeOf(ticket, now)
    const moved = decide(ticket, 'partner.cancel', at)
    if (!moved.ok) return moved
    const reason = moved.reason === 'solved' ? 'solved' : 'cancelled'
    await writeMove(tx, ticket, at, moved, { kind: reason, authorId: actor.membershipId, audience: 'partner' })
    return ok({ ticketId, number: await quoted(tx, ticket), reason })
  })
}
