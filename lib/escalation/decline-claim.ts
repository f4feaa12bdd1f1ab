import type { StaffActor } from '@/lib/authz'
import { calendarOf, nextOpening } from '@/lib/calendar'
import { actOnRun } from './act-on-run'

/**
 * It is not urgent: the ticket keeps its normal clock, the partner reads `reason` and when support works next (now, while
 * it is at work). Refused once it was confirmed, or once the on-call engineers were paged.
 */
export function declineClaim(actor: StaffActor, { escalationId, reason }: { escalationId: string; reason: string }) {
  return actOnRun(actor, {
    act: 'escalation.assess',
    escalationId,
    command: async (run, tx, now) => ({
      kind: 'Decline',
      by: actor.membershipId,
      reason,
      nextWorkingAt: nextOpening(await calendarOf(tx, run.marketplaceId), now),
    }),
  })
}
