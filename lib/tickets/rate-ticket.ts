import { authorize, type PartnerActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellRated } from '@/lib/notifications'
import { asPartner } from '@/lib/tenancy'
import { type MoveRefusal, move } from './lifecycle'
import { lockTicket } from './lock-ticket.sql'
import { moveFacts } from './rating'
import { ruleFacts } from './readable'
import type { RateInput } from './schema'
import { quoted } from './store'
import { timeOf, writeMove } from './write-move'

export type RateRefusal = 'not_found' | MoveRefusal
export type RatedTicket = { ticketId: string; number: string }

/**
 * Stars and, if the partner likes, a word about the support (003-23). Of an answer it says that it was what was needed:
 * the request is completed. A completed one is rated once, within the marketplace's days. Who worked on it is told.
 */
export async function rateTicket(
  actor: PartnerActor,
  { ticketId, stars, comment }: RateInput,
): Promise<Outcome<RatedTicket, RateRefusal>> {
  return asPartner(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, ticketId)
    if (!ticket || !authorize(actor, 'ticket.rate', await ruleFacts(tx, ticket))) return refuse('not_found')
    const at = timeOf(ticket, now)
    const moved = move(ticket.state, 'partner.rate', await moveFacts(tx, ticket, at))
    if (!moved.ok) return refuse(moved.why)
    const { marketplaceId, partnerId, membershipId } = actor
    const place = { marketplaceId, ticketId, partnerId }
    await tx.rating.createMany({ data: { ...place, stars, comment, ratedById: membershipId, ratedAt: at } })
    const change = { kind: 'rated', authorId: membershipId, audience: 'partner', data: { stars } } as const
    await writeMove(tx, ticket, at, moved, change)
    const recipientIds = ticket.assigneeId === null ? [] : [ticket.assigneeId]
    // A request is rated once, so it is the fact itself.
    await tellRated(tx, at, { ...place, factId: ticketId, recipientIds, stars })
    return ok({ ticketId, number: await quoted(tx, ticket) })
  })
}
