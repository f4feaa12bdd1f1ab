import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { addressFault, webhookSecret } from '@/lib/delivery'
import { env } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import type { AddEndpointInput } from './policy-form'

/** The secret is shown to whoever made it, now and never again; a new one takes its place when it is lost. */
export type MadeSecret = { endpointId: string; secret: string }

/** Another system that steps of a policy may tell. Its address must be one that we would call. */
export async function addEndpoint(
  actor: StaffActor,
  { name, url }: AddEndpointInput,
): Promise<Outcome<MadeSecret, 'not_allowed' | 'endpoint_address' | 'endpoint_name_taken'>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  if (addressFault(url, env().WAYBILL_PRIVATE_HOSTS) !== null) return refuse('endpoint_address')
  return asStaff(actor, async (tx, now) => {
    const taken = await tx.webhookEndpoint.findFirst({ where: { name, disabledAt: null }, select: { id: true } })
    if (taken) return refuse('endpoint_name_taken')
    const id = newId()
    const { marketplaceId, membershipId: createdById } = actor
    await tx.webhookEndpoint.create({ data: { marketplaceId, id, name, url, createdAt: now, createdById } })
    // The rest of such an address is often its secret, and the log is read by more people than may edit policies.
    const after = { name, host: new URL(url).host }
    await recordAudit(tx, actor, now, { act: 'endpoint.add', subjectKind: 'webhook_endpoint', subjectId: id, after })
    return ok({ endpointId: id, secret: webhookSecret(id, 1) })
  })
}
