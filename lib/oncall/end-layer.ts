import type { z } from 'zod/mini'
import type { StaffActor } from '@/lib/authz'
import { changeSchedule } from './change-schedule'
import { withoutLayer } from './edits'
import type { endLayerInput } from './schema'

/** Ends a layer from an instant on; an edit of it may let it begin again. */
export function endLayer(actor: StaffActor, input: z.output<typeof endLayerInput>) {
  const { scheduleId, stamp, rotationId, from } = input
  const asked = { scheduleId, stamp, act: 'schedule.layer_ended', said: { rotationId, from }, people: [] }
  return changeSchedule(actor, asked, withoutLayer(input))
}
