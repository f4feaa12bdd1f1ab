import type { z } from 'zod/mini'
import type { StaffActor } from '@/lib/authz'
import { changeSchedule } from './change-schedule'
import { withHours } from './edits'
import type { hoursInput } from './schema'

/** Says on which weekdays and at what hours a layer, or every layer, is on duty from an instant on. */
export function setDutyHours(actor: StaffActor, input: z.output<typeof hoursInput>) {
  const { scheduleId, stamp, rotationId, from } = input
  const asked = { scheduleId, stamp, act: 'schedule.hours_set', said: { rotationId, from }, people: [] }
  return changeSchedule(actor, asked, withHours(input))
}
