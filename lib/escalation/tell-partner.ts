import type { Tx } from '@/lib/db'
import { tellClaimDecided } from '@/lib/notifications'
import {
  type ClaimRecord,
  type ClaimStamp,
  claimsOf,
  type NewTicketEvent,
  recordTicketEvents,
  stampClaim,
  watchersOf,
} from '@/lib/tickets'
import { partnerStep } from './partner-step'
import type { Run } from './run'
import type { Escalation, EscalationEvent } from './transition-types'

/** A run that moved: `before` is its row before these events. */
export type Told = { run: Run; before: Escalation | null; events: readonly EscalationEvent[] }

/**
 * The steps of claims that their partners follow live, on the ticket's history; the claim's state; and the mail once it is
 * decided (000-06). What all of them say is written at once: thousands may move together.
 */
export async function tellPartner(tx: Tx, now: Date, moved: readonly Told[]): Promise<void> {
  const told = moved.flatMap(({ run, before, events }) => {
    if (!run.ticketId || !run.claimId || !run.partnerId || events.length === 0) return []
    const { marketplaceId, ticketId, partnerId, claimId } = run
    const about = { marketplaceId, ticketId, partnerId }
    const lines = events.flatMap((event) => lineOf(event, before, now, about))
    const stamp: ClaimStamp = Object.assign({}, ...events.map(stampOf))
    return [{ about, claimId, runId: run.id, lines, stamp }]
  })
  for (const { claimId, stamp } of told) if (Object.keys(stamp).length > 0) await stampClaim(tx, claimId, stamp)
  await recordTicketEvents(
    tx,
    told.flatMap(({ lines }) => lines),
  )
  const decided = told.filter(({ stamp }) => stamp.state === 'confirmed' || stamp.state === 'declined')
  const claims = await claimsOf(
    tx,
    decided.map(({ claimId }) => claimId),
  )
  // Decided again on appeal it is told again: what is told of is the run's decision, not the claim.
  for (const { about, claimId, runId } of decided) {
    const { id, claimedById } = claims.get(claimId) as ClaimRecord
    const recipientIds = [...new Set([claimedById, ...(await watchersOf(tx, about.ticketId))])]
    await tellClaimDecided(tx, now, { ...about, claimId: id, factId: runId, recipientIds })
  }
}

type About = Pick<NewTicketEvent, 'marketplaceId' | 'ticketId' | 'partnerId'>

function lineOf(event: EscalationEvent, before: Escalation | null, at: Date, about: About): NewTicketEvent[] {
  const step = partnerStep(event, before)
  if (!step) return []
  const { kind, data } = step
  return [{ ...about, at, kind, authorId: event.by, audience: 'partner', ...(data && { data }) }]
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
