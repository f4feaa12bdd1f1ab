import type { Actor } from '@/lib/authz'
import { actOnRun } from './act-on-run'
import type { Place } from './transition-types'

/**
 * "Can't take it": the next step's people are told now, this person left out. `asOf` is the place that the page showed, so
 * that a second tap, or one on an old page, passes nothing on twice.
 */
export function passOn(actor: Actor, { escalationId, asOf }: { escalationId: string; asOf?: Place }) {
  return actOnRun(actor, {
    act: 'escalation.passOn',
    escalationId,
    command: ({ row: { epoch, loop, step } }) => ({
      kind: 'Escalate',
      by: actor.membershipId,
      asOf: asOf ?? { epoch, loop, step },
    }),
  })
}
