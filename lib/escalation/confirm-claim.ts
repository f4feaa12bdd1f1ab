import type { StaffActor } from '@/lib/authz'
import { staffCommand } from './staff-command'

/** The internal team agrees that it is urgent: whoever is on call is paged at once (000-06). */
export function confirmClaim(actor: StaffActor, { escalationId }: { escalationId: string }) {
  return staffCommand(actor, {
    act: 'escalation.assess',
    escalationId,
    command: () => ({ kind: 'Confirm', by: actor.membershipId }),
  })
}
