import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { recordTicketEvent } from './events'
import { ruleFacts } from './readable'

export type Followed = { id: string; updatedAt: Date }

/** The completed request that a new one follows (003-29); null when she may not read it or it is not completed. */
export async function completedOne(tx: Tx, actor: PartnerActor, ticketId: string): Promise<Followed | null> {
  // Completed is for good, so that no lock is needed.
  const ticket = await tx.ticket.findFirst({ where: { id: ticketId, state: 'completed' } })
  return ticket && authorize(actor, 'ticket.read', await ruleFacts(tx, ticket)) ? ticket : null
}

/** Tells the readers of a completed request by which one it goes on. Its version stays: nobody's answer hangs on it. */
export async function recordFollowUp(
  tx: Tx,
  actor: PartnerActor,
  now: Date,
  { followed, number }: { followed: Followed; number: string },
): Promise<void> {
  const { marketplaceId, partnerId, membershipId } = actor
  const at = now < followed.updatedAt ? followed.updatedAt : now
  const told = { kind: 'follow_up_opened', audience: 'partner', data: { number } } as const
  await recordTicketEvent(tx, { marketplaceId, partnerId, ticketId: followed.id, at, authorId: membershipId, ...told })
}
