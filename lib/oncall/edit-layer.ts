import type { z } from 'zod/mini'
import type { StaffActor } from '@/lib/authz'
import { changeSchedule } from './change-schedule'
import { withLayer } from './edits'
import type { layerInput } from './schema'

/**
 * Adds a layer, or lets one turn otherwise from an instant on: other people, another length, another hand-off. Who was on
 * call before that instant stays who was (engine.md, invariant 21).
 */
export function editLayer(actor: StaffActor, input: z.output<typeof layerInput>) {
  const { scheduleId, stamp, participants, from } = input
  const act = input.rotationId ? 'schedule.layer_edited' : 'schedule.layer_added'
  return changeSchedule(actor, { scheduleId, stamp, act, said: { from }, people: participants }, withLayer(input))
}
