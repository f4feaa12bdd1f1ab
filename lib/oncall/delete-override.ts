import type { z } from 'zod/mini'
import type { StaffActor } from '@/lib/authz'
import { changeSchedule } from './change-schedule'
import { withoutOverride } from './edits'
import type { overrideIdInput } from './schema'

/** Takes an override back; what it has done already stays done. */
export function deleteOverride(actor: StaffActor, input: z.output<typeof overrideIdInput>) {
  const { scheduleId, overrideId } = input
  const asked = { scheduleId, act: 'schedule.override_deleted', said: { overrideId }, people: [] }
  return changeSchedule(actor, asked, withoutOverride(overrideId))
}
