import type { Tx } from '@/lib/db'
import { tellClaimDecided } from '@/lib/notifications'
import { type ClaimStamp, claimOf, recordTicketEvent, stampClaim, watchersOf } from '@/lib/tickets'
import { partnerStep } from './partner-step'
import type { Run } from './run'
import type { Escalation, EscalationEvent } from './transition-types'

/**
 * The steps of a run that its partner follows live, on the ticket's history; the claim's state; and the mail once it is
 * decided (000-06). `before` is the row before these events.
 */
export async function tellPartner(
  tx: Tx,
  now: Date,
  run: Run,
  before: Escalation | null,
  events: readonly EscalationEvent[],
): Promise<void> {
  if (!run.ticketId || !run.claimId || events.length === 0) return
  const steps = events.flatMap((event) => {
    const step = partnerStep(event, before)
    return step ? [{ ...step, authorId: event.by }] : []
  })
  const stamp: ClaimStamp = Object.assign({}, ...events.map(stampOf))
  if (steps.length === 0 && Object.keys(stamp).length === 0) return
  if (Object.keys(stamp).length > 0) await stampClaim(tx, run.claimId, stamp)
  const claim = await claimOf(tx, run.claimId)
  if (!claim) throw new Error(`the claim of ${run.id} is missing`)
  const { marketplaceId, ticketId } = run
  const about = { marketplaceId, ticketId, partnerId: claim.partnerId }
  for (const { kind, data, authorId } of steps)
    await recordTicketEvent(tx, { ...about, at: now, kind, authorId, audience: 'partner', ...(data && { data }) })
  if (stamp.state === 'confirmed' || stamp.state === 'declined') {
    await tellClaimDecided(tx, now, {
      ...about,
      claimId: claim.id,
      factId: claim.id,
      recipientIds: [...new Set([claim.claimedById, ...(await watchersOf(tx, ticketId))])],
    })
  }
}

function stampOf(event: EscalationEvent): ClaimStamp {
  switch (event.kind) {
    case 'confirmed':
      return { state: 'confirmed', decidedById: event.by, decidedAt: event.at }
    case 'declined':
      return {
        state: 'declined',
        decidedById: event.by,
        decidedAt: event.at,
        declineReason: event.reason,
        nextWorkingAt: event.nextWorkingAt,
      }
    case 'resolved':
      return { state: 'ended' }
    default:
      return {}
  }
}
