import { authorize, type StaffActor } from '@/lib/authz'
import { fatesOf, planDeliveries } from '@/lib/delivery'
import { after, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { marketplaceOf } from '@/lib/marketplace'
import { asStaff } from '@/lib/tenancy'

/** One test a minute is enough to mend an endpoint, and too few to make us a nuisance for somebody else's server. */
const APART = MINUTE

/** Sends a test to another system as a page would be sent: through the ledger, signed, tried again. */
export async function testEndpoint(
  actor: StaffActor,
  { endpointId }: { endpointId: string },
): Promise<Outcome<null, 'not_found' | 'not_allowed' | 'endpoint_disabled' | 'endpoint_tested'>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const found = await tx.webhookEndpoint.findFirst({ where: { id: endpointId } })
    if (!found) return refuse('not_found')
    if (found.disabledAt) return refuse('endpoint_disabled')
    const { marketplaceId } = actor
    const last = (await fatesOf(tx, marketplaceId, endpointId)).at(-1)
    if (last && last.plannedAt > after(now, -APART)) return refuse('endpoint_tested')
    const { defaultLocale: locale } = await marketplaceOf(tx, marketplaceId)
    await planDeliveries(tx, now, [
      {
        marketplaceId,
        id: newId(),
        kind: 'webhook.test',
        subjectKind: 'webhook_endpoint',
        subjectId: endpointId,
        partnerId: null,
        recipientId: null,
        channel: 'webhook',
        address: found.url,
        locale,
        payload: { endpointId, by: actor.membershipId },
        priority: 2,
        notBefore: now,
      },
    ])
    return ok(null)
  })
}
