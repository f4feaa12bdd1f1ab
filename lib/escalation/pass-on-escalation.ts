import type { StaffActor } from '@/lib/authz'
import { staffCommand } from './staff-command'
import type { Place } from './transition-types'

/**
 * "Can't take it": the next step's people are told now, this person left out. `asOf` is the place that the page showed, so
 * that a second tap, or one on an old page, passes nothing on twice.
 */
export function passOn(actor: StaffActor, { escalationId, asOf }: { escalationId: string; asOf?: Place }) {
  return staffCommand(actor, {
    act: 'escalation.passOn',
    escalationId,
    command: ({ row: { epoch, loop, step } }) => ({
      kind: 'Escalate',
      by: actor.membershipId,
      asOf: asOf ?? { epoch, loop, step },
    }),
  })
}
