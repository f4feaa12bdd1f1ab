import type { z } from 'zod/mini'
import type { StaffActor } from '@/lib/authz'
import { changeSchedule } from './change-schedule'
import { withOverride } from './edits'
import type { overrideInput } from './schema'

/** Puts somebody on call besides, takes somebody off, or one in the other's place, during a stretch. */
export function addOverride(actor: StaffActor, input: z.output<typeof overrideInput>) {
  const { scheduleId, add, remove, from, to } = input
  const asked = { scheduleId, act: 'schedule.override_added', said: { add, remove, from, to }, people: [add] }
  return changeSchedule(actor, asked, withOverride(input, actor.membershipId))
}
