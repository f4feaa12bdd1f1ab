import type { StaffActor } from '@/lib/authz'
import { actOnRun } from './act-on-run'

/** The internal team agrees that it is urgent: whoever is on call is paged at once (000-06). */
export function confirmClaim(actor: StaffActor, { escalationId }: { escalationId: string }) {
  return actOnRun(actor, {
    act: 'escalation.assess',
    escalationId,
    command: () => ({ kind: 'Confirm', by: actor.membershipId }),
  })
}
