import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { lockPolicy } from './lock-policy.sql'
import { keyOf } from './save-policy'

/** Makes a policy the one that whatever names none is opened with. Open escalations keep theirs. */
export async function makeDefaultPolicy(
  actor: StaffActor,
  { policyId }: { policyId: string },
): Promise<Outcome<null, 'not_found' | 'not_allowed' | 'policy_archived' | 'policy_of_severity'>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const before = await tx.policy.findFirst({ where: { isDefault: true }, select: { id: true, name: true } })
    // One order for all: the old default first, so that two people who choose at once take turns.
    if (before) await lockPolicy(tx, before.id)
    await lockPolicy(tx, policyId)
    const policy = await tx.policy.findFirst({ where: { id: policyId } })
    if (!policy) return refuse('not_found')
    if (policy.archivedAt) return refuse('policy_archived')
    if (policy.direction !== 'IN') return refuse('policy_of_severity')
    if (policy.isDefault) return ok(null)
    // Never none and never two: the database refuses a second default (policy_one_default).
    await tx.policy.updateMany({ where: { isDefault: true }, data: { isDefault: false } })
    await tx.policy.update({ where: keyOf(actor, policyId), data: { isDefault: true } })
    await recordAudit(tx, actor, now, {
      act: 'policy.make_default',
      subjectKind: 'policy',
      subjectId: policyId,
      before: { name: before?.name ?? null },
      after: { name: policy.name },
    })
    return ok(null)
  })
}
