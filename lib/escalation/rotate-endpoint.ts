import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { webhookSecret } from '@/lib/delivery'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import type { MadeSecret } from './add-endpoint'
import { keyOf } from './save-policy'

/** Gives an endpoint another signing secret: what leaves from now on is signed with it. */
export async function rotateEndpoint(
  actor: StaffActor,
  { endpointId }: { endpointId: string },
): Promise<Outcome<MadeSecret, 'not_found' | 'not_allowed'>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const found = await tx.webhookEndpoint.findFirst({ where: { id: endpointId }, select: { id: true } })
    if (!found) return refuse('not_found')
    const { secretVersion } = await tx.webhookEndpoint.update({
      where: keyOf(actor, endpointId),
      data: { secretVersion: { increment: 1 } },
    })
    const about = { subjectKind: 'webhook_endpoint', subjectId: endpointId, after: { secretVersion } }
    await recordAudit(tx, actor, now, { act: 'endpoint.rotate', ...about })
    return ok({ endpointId, secret: webhookSecret(endpointId, secretVersion) })
  })
}
