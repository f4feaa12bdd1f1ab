import { authorize, type StaffActor } from '@/lib/authz'
import { fatesOf } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'
import { asStaff } from '@/lib/tenancy'
import { namedTargets } from './named-targets'
import type { EndpointList } from './policy-types'

/** The other systems that policies may tell, with what became of the newest test of each and which policies name it. */
export async function endpointList(actor: StaffActor): Promise<EndpointList | null> {
  if (!authorize(actor, 'policy.read')) return null
  return asStaff(actor, async (tx, now) => {
    const rows = await tx.webhookEndpoint.findMany({ orderBy: { name: 'asc' } })
    const people = await peopleOf(
      tx,
      rows.map(({ createdById }) => createdById),
    )
    const named = (await namedTargets(tx)).map(({ name, targets }) => ({
      name,
      ids: new Set(targets.flatMap((one) => (one.kind === 'webhook' ? [one.endpointId] : []))),
    }))
    const endpoints: EndpointList['endpoints'] = []
    for (const { id, name, url, createdAt, createdById, disabledAt } of rows) {
      const test = (await fatesOf(tx, actor.marketplaceId, id)).at(-1)
      endpoints.push({
        id,
        name,
        url,
        createdAt,
        createdBy: { membershipId: createdById, name: people.get(createdById)?.name ?? '' },
        disabledAt,
        test: test
          ? { at: test.plannedAt, status: test.status, detail: test.attempts.at(-1)?.detail ?? test.outcome }
          : null,
        usedBy: named.flatMap((policy) => (policy.ids.has(id) ? [policy.name] : [])),
      })
    }
    return { now, endpoints, allowed: { edit: authorize(actor, 'policy.edit') } }
  })
}
