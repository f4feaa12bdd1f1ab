import type { z } from 'zod/mini'
import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { isZone } from '@/lib/calendar'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import type { newScheduleInput } from './schema'
import { defaultScheduleId } from './store'

/** A schedule without layers yet. Its zone is for good: another one would change who was on call. The first is the default. */
export async function createSchedule(
  actor: StaffActor,
  { name, timeZone }: z.output<typeof newScheduleInput>,
): Promise<Outcome<{ scheduleId: string }, 'not_allowed' | 'unknown_zone'>> {
  if (!authorize(actor, 'schedule.edit')) return refuse('not_allowed')
  if (!isZone(timeZone)) return refuse('unknown_zone')
  return asStaff(actor, async (tx, now) => {
    const { marketplaceId } = actor
    const id = newId()
    const isDefault = (await defaultScheduleId(tx)) === null
    await tx.schedule.create({ data: { marketplaceId, id, name, timeZone, isDefault, nextLookAt: now } })
    const after = { name, timeZone, isDefault }
    await recordAudit(tx, actor, now, { act: 'schedule.created', subjectKind: 'schedule', subjectId: id, after })
    return ok({ scheduleId: id })
  })
}
