import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { lookSoon } from './change-schedule'
import { lockSchedule } from './lock-schedule.sql'
import { defaultScheduleId } from './store'

/** Makes a schedule the marketplace's default: catch-all pages go to it, and the on-call home tells of it. */
export async function chooseDefaultSchedule(
  actor: StaffActor,
  { scheduleId }: { scheduleId: string },
): Promise<Outcome<null, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'schedule.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const former = await defaultScheduleId(tx)
    // In one order, whoever asks: two who choose at once wait for each other instead of blocking each other.
    for (const id of [scheduleId, ...(former ? [former] : [])].sort()) await lockSchedule(tx, id)
    const row = await tx.schedule.findFirst({ where: { id: scheduleId, archivedAt: null } })
    if (!row) return refuse('not_found')
    await tx.schedule.updateMany({ where: { isDefault: true }, data: { isDefault: false } })
    await tx.schedule.updateMany({ where: { id: scheduleId }, data: { isDefault: true } })
    await lookSoon(tx, now, scheduleId)
    await recordAudit(tx, actor, now, {
      act: 'schedule.made_default',
      subjectKind: 'schedule',
      subjectId: scheduleId,
      before: { scheduleId: former },
    })
    return ok(null)
  })
}
