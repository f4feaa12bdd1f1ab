import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { lockSchedule } from './lock-schedule.sql'

/** Names of what uses a schedule in rooms above this one (policies). */
export type UsesOfSchedule = (tx: Tx, scheduleId: string) => Promise<readonly string[]>

/**
 * Puts a schedule away: no page shows it and its calendar addresses are dead. The default one stays, and so does one that a
 * policy names: pages need them. `uses` asks the rooms above; `schedule_in_use` carries what it answered.
 */
export async function archiveSchedule(
  actor: StaffActor,
  { scheduleId }: { scheduleId: string },
  uses: UsesOfSchedule,
): Promise<Outcome<null, 'not_allowed' | 'not_found' | 'default_stays' | 'schedule_archived' | 'schedule_in_use'>> {
  if (!authorize(actor, 'schedule.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    await lockSchedule(tx, scheduleId)
    const row = await tx.schedule.findFirst({ where: { id: scheduleId } })
    if (!row) return refuse('not_found')
    if (row.archivedAt) return refuse('schedule_archived')
    if (row.isDefault) return refuse('default_stays')
    const named = await uses(tx, scheduleId)
    if (named.length > 0) return refuse('schedule_in_use', { uses: named.join(', ') })
    await tx.schedule.updateMany({ where: { id: scheduleId }, data: { archivedAt: now, nextLookAt: null } })
    await recordAudit(tx, actor, now, { act: 'schedule.archived', subjectKind: 'schedule', subjectId: scheduleId })
    return ok(null)
  })
}
