import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'

/** Gives a schedule another name; nobody's shift changes. */
export async function renameSchedule(
  actor: StaffActor,
  { scheduleId, name }: { scheduleId: string; name: string },
): Promise<Outcome<null, 'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'schedule.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const row = await tx.schedule.findFirst({ where: { id: scheduleId, archivedAt: null } })
    if (!row) return refuse('not_found')
    await tx.schedule.updateMany({ where: { id: scheduleId }, data: { name } })
    await recordAudit(tx, actor, now, {
      act: 'schedule.renamed',
      subjectKind: 'schedule',
      subjectId: scheduleId,
      before: { name: row.name },
      after: { name },
    })
    return ok(null)
  })
}
