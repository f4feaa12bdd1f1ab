import { type Actor, authorize } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { readNoticesOf } from '@/lib/notifications'
import { asActor } from '@/lib/tenancy'
import { readUpTo } from './read-up-to.sql'
import { ruleFacts } from './readable'
import type { MarkReadInput } from './schema'

/**
 * This person has read the request as it stands, or as it stood when her page was drawn (a page may be looked at long
 * after): what comes after is new to her. Never goes backwards.
 */
export async function markRead(actor: Actor, { ticketId, seenAt }: MarkReadInput): Promise<Outcome<null, 'not_found'>> {
  return asActor(actor, async (tx, now) => {
    const ticket = await tx.ticket.findFirst({ where: { id: ticketId } })
    if (!ticket || !authorize(actor, 'ticket.read', await ruleFacts(tx, ticket))) return refuse('not_found')
    const { marketplaceId, membershipId, side } = actor
    const drawn = new Date(seenAt ?? now)
    const at = drawn < now ? drawn : now
    await readNoticesOf(tx, now, actor, { ticketId, upTo: at })
    await readUpTo(tx, { marketplaceId, ticketId, membershipId, partnerId: ticket.partnerId, side, at })
    return ok(null)
  })
}
