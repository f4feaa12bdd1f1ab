import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { topicsByPolicy } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { defaultLocale } from '@/lib/i18n'
import { asStaff } from '@/lib/tenancy'
import { lockPolicy } from './lock-policy.sql'
import { keyOf } from './save-policy'

/** Names of what uses a policy in rooms above this one (keys of alerts, heartbeats). */
export type UsesOfPolicy = (tx: Tx, policyId: string) => Promise<readonly string[]>

export type ArchivePolicyRefusal =
  | 'not_found'
  | 'not_allowed'
  /** The default is what everything else falls back on; make another the default first. */
  | 'policy_is_default'
  /** A partner is called by one policy for each severity; it is changed, never taken away. */
  | 'policy_of_severity'
  /** Details: uses, the names of what uses it. */
  | 'policy_in_use'

/**
 * Takes a policy out of use: nothing new is opened with it, what is open goes on. Refused while anything names it.
 * `uses` asks the rooms above. Doing it twice is harmless.
 */
export async function archivePolicy(
  actor: StaffActor,
  { policyId }: { policyId: string },
  uses: UsesOfPolicy,
): Promise<Outcome<null, ArchivePolicyRefusal>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    await lockPolicy(tx, policyId)
    const policy = await tx.policy.findFirst({ where: { id: policyId } })
    if (!policy) return refuse('not_found')
    if (policy.archivedAt) return ok(null)
    if (policy.isDefault) return refuse('policy_is_default')
    if (policy.direction === 'OUT') return refuse('policy_of_severity')
    const named = [...((await topicsByPolicy(tx, defaultLocale)).get(policyId) ?? []), ...(await uses(tx, policyId))]
    if (named.length > 0) return refuse('policy_in_use', { uses: named.join(', ') })
    await tx.policy.update({ where: keyOf(actor, policyId), data: { archivedAt: now } })
    const before = { name: policy.name }
    await recordAudit(tx, actor, now, { act: 'policy.archive', subjectKind: 'policy', subjectId: policyId, before })
    return ok(null)
  })
}
