import type { PartnerActor } from '@/lib/authz'
import { Prisma, type Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { wakeWorker } from '@/lib/tenancy'
import { recordTicketEvent } from './events'
import { lockTicket } from './lock-ticket.sql'
import { timeOf } from './write-move'

export type AppealRefusal = 'not_found' | 'not_declined' | 'already_appealed' | 'already_completed' | 'claim_open'

/**
 * The one objection to a decline (000-06): the ticket's newest claim is claimed again, with the partner's words, and the
 * worker wakes to have it decided anew. The earlier decision and its reason stay in the history.
 */
export async function recordAppeal(
  tx: Tx,
  actor: PartnerActor,
  now: Date,
  { ticketId, text }: { ticketId: string; text: string },
): Promise<Outcome<{ claimId: string }, AppealRefusal>> {
  const { marketplaceId, partnerId, membershipId } = actor
  const ticket = await lockTicket(tx, ticketId)
  if (!ticket) return refuse('not_found')
  if (ticket.state === 'completed') return refuse('already_completed')
  const claim = await tx.claim.findFirst({ where: { ticketId, partnerId }, orderBy: { claimedAt: 'desc' } })
  if (!claim) return refuse('not_found')
  if (claim.appealedAt) return refuse('already_appealed')
  if (claim.state !== 'declined') return refuse('not_declined')
  const { id: claimId, condition } = claim
  const open = { partnerId, condition, state: { in: ['claimed', 'confirmed'] } }
  if ((await tx.claim.count({ where: open })) > 0) return refuse('claim_open')
  const at = timeOf(ticket, now)
  await tx.claim.updateMany({
    where: { id: claimId, appealedAt: null },
    data: { state: 'claimed', appealedAt: at, appealedById: membershipId, appealText: text, consideredAt: null },
  })
  await recordTicketEvent(tx, {
    marketplaceId,
    ticketId,
    partnerId,
    at,
    kind: 'claim_appealed',
    authorId: membershipId,
    audience: 'partner',
    data: { claimId, condition },
  })
  await wakeWorker(tx)
  return ok({ claimId })
}

/** A second claim of the same condition came in between: the index that keeps them to one said so. */
export function isClaimedMeanwhile(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

/** How many of a company's claims were decided since a moment, and how many of them were not urgent (000-06). */
export async function decidedClaims(
  tx: Tx,
  { partnerId, since }: { partnerId: string; since: Date },
): Promise<{ decided: number; declined: number }> {
  const rows = await tx.claim.groupBy({
    by: ['state'],
    // One that is claimed again on appeal is not decided at present.
    where: { partnerId, decidedAt: { gte: since }, state: { not: 'claimed' } },
    _count: true,
  })
  const decided = rows.reduce((sum, { _count }) => sum + _count, 0)
  return { decided, declined: rows.find(({ state }) => state === 'declined')?._count ?? 0 }
}
