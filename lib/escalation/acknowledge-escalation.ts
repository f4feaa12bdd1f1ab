import type { Actor } from '@/lib/authz'
import { actOnRun } from './act-on-run'

/**
 * "I'm on it": the first to say so owns the run, and every other page of it falls silent. While it is being assessed this
 * confirms it too. Refused with `already_acked` {by, at} when a colleague was first.
 */
export function acknowledge(actor: Actor, { escalationId }: { escalationId: string }) {
  return actOnRun(actor, {
    act: 'escalation.acknowledge',
    escalationId,
    command: () => ({ kind: 'Ack', by: actor.membershipId }),
  })
}
