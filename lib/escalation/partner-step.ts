import type { EventData, EventKind } from '@/lib/tickets/schema'
import type { Escalation, EscalationEvent } from './transition-types'

/** A line of the ticket's history. */
export type PartnerStep = { kind: EventKind; data?: EventData }

/**
 * What the partner is shown of one of the engine's steps (000-06); null for what is the engineers' business alone.
 * `before` is the row before the event, null when the event opened it.
 */
export function partnerStep(event: EscalationEvent, before: Escalation | null): PartnerStep | null {
  switch (event.kind) {
    case 'assess_asked':
      return { kind: 'assessment_asked' }
    case 'confirmed':
      return { kind: 'claim_confirmed' }
    case 'declined':
      return {
        kind: 'claim_declined',
        data: { reason: event.reason, nextWorkingAt: event.nextWorkingAt.toISOString() },
      }
    case 'step_entered':
      return { kind: 'oncall_paged' }
    case 'unanswered':
      // Told once; that everybody is paged again every few minutes is the engineers' business.
      return before?.state === 'UNANSWERED' ? null : { kind: 'oncall_unanswered' }
    case 'acked':
      return { kind: 'oncall_acknowledged' }
    case 'resolved':
      return { kind: 'escalation_resolved' }
    default:
      return null
  }
}
