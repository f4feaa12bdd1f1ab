import { type Actor, authorize } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { readNoticesOf } from '@/lib/notifications'
import { asActor } from '@/lib/tenancy'
import { readUpTo } from './read-up-to.sql'
import { ruleFacts } from './readable'
import type { MarkReadInput } from './schema'

/** This person has read the request as it stands: what comes after is new to her. Never goes backwards. */
export async function markRead(actor: Actor, { ticketId }: MarkReadInput): Promise<Outcome<null, 'not_found'>> {
  return asActor(actor, async (tx, now) => {
    const ticket = await tx.ticket.findFirst({ where: { id: ticketId } })
    if (!ticket || !authorize(actor, 'ticket.read', await ruleFacts(tx, ticket))) return refuse('not_found')
    const { marketplaceId, membershipId, side } = actor
    await readNoticesOf(tx, now, actor, ticketId)
    await readUpTo(tx, { marketplaceId, ticketId, membershipId, partnerId: ticket.partnerId, side, at: now })
    return ok(null)
  })
}
