import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { lockSchedule } from './lock-schedule.sql'

/** Puts a schedule away: no page shows it and its calendar addresses are dead. The default one stays: pages need it. */
export async function archiveSchedule(
  actor: StaffActor,
  { scheduleId }: { scheduleId: string },
): Promise<Outcome<null, 'not_allowed' | 'not_found' | 'default_stays' | 'schedule_archived'>> {
  if (!authorize(actor, 'schedule.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    await lockSchedule(tx, scheduleId)
    const row = await tx.schedule.findFirst({ where: { id: scheduleId } })
    if (!row) return refuse('not_found')
    if (row.archivedAt) return refuse('schedule_archived')
    if (row.isDefault) return refuse('default_stays')
    await tx.schedule.updateMany({ where: { id: scheduleId }, data: { archivedAt: now, nextLookAt: null } })
    await recordAudit(tx, actor, now, { act: 'schedule.archived', subjectKind: 'schedule', subjectId: scheduleId })
    return ok(null)
  })
}
