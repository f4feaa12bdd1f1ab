import type { Tx } from '@/lib/db'
import { frozenPolicies } from './policies'
import { targetsOf } from './policy-names'
import type { PolicyTarget } from './policy-schema'

/** Whom and what each living policy names as it stands now, by the policies' names. */
export async function namedTargets(tx: Tx): Promise<{ name: string; targets: PolicyTarget[] }[]> {
  const policies = await tx.policy.findMany({
    where: { archivedAt: null },
    include: { versions: { orderBy: { version: 'desc' }, take: 1 } },
    orderBy: { name: 'asc' },
  })
  const frozen = await frozenPolicies(
    tx,
    policies.flatMap(({ versions }) => versions.map(({ id }) => id)),
  )
  return policies.map(({ name, versions }) => {
    const newest = versions[0] && frozen.get(versions[0].id)
    return { name, targets: newest ? targetsOf(newest) : [] }
  })
}

/** Names of the living policies that name this schedule: it cannot be put away under them. */
export async function usesOfSchedule(tx: Tx, scheduleId: string): Promise<string[]> {
  const names = (target: PolicyTarget) => target.kind === 'schedule' && target.scheduleId === scheduleId
  return (await namedTargets(tx)).filter(({ targets }) => targets.some(names)).map(({ name }) => name)
}
