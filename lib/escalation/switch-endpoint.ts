import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { keyOf } from './save-policy'

type Why = 'not_found' | 'not_allowed'

/** From now on it is told nothing; steps that name it pass it over. */
export function disableEndpoint(
  actor: StaffActor,
  { endpointId }: { endpointId: string },
): Promise<Outcome<null, Why>> {
  return turn(actor, endpointId, 'off')
}

/** It is told again, from the next step on. */
export function enableEndpoint(actor: StaffActor, { endpointId }: { endpointId: string }): Promise<Outcome<null, Why>> {
  return turn(actor, endpointId, 'on')
}

async function turn(actor: StaffActor, endpointId: string, to: 'on' | 'off'): Promise<Outcome<null, Why>> {
  if (!authorize(actor, 'policy.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const found = await tx.webhookEndpoint.findFirst({ where: { id: endpointId }, select: { disabledAt: true } })
    if (!found) return refuse('not_found')
    if ((found.disabledAt === null) === (to === 'on')) return ok(null)
    await tx.webhookEndpoint.update({
      where: keyOf(actor, endpointId),
      data: { disabledAt: to === 'on' ? null : now },
    })
    const act = to === 'on' ? 'endpoint.enable' : 'endpoint.disable'
    await recordAudit(tx, actor, now, { act, subjectKind: 'webhook_endpoint', subjectId: endpointId })
    return ok(null)
  })
}
