import type { Actor } from '@/lib/authz'
import { actOnRun } from './act-on-run'

/** The emergency is over. The ticket stays as it is: its answer is another matter. */
export function resolveEscalation(actor: Actor, { escalationId }: { escalationId: string }) {
  return actOnRun(actor, {
    act: 'escalation.resolve',
    escalationId,
    command: () => ({ kind: 'Resolve', by: actor.membershipId }),
  })
}
