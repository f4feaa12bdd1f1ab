import type { StaffActor } from '@/lib/authz'
import { staffCommand } from './staff-command'

/** The emergency is over. The ticket stays as it is: its answer is another matter. */
export function resolveEscalation(actor: StaffActor, { escalationId }: { escalationId: string }) {
  return staffCommand(actor, {
    act: 'escalation.resolve',
    escalationId,
    command: () => ({ kind: 'Resolve', by: actor.membershipId }),
  })
}
