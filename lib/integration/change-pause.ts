import { recordAudit } from '@/lib/audit'
import { authorize, type PartnerActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asPartner, wakeWorker } from '@/lib/tenancy'
import { type PauseFault, pauseFault } from './pause-times'
import { lookAt, openPause } from './store'

/** Gives the maintenance another end, later or sooner; its reminder comes before the new one (000-08). */
export async function extendPause(
  actor: PartnerActor,
  { until: untilAt }: { until: Date },
): Promise<Outcome<null, PauseFault | 'not_allowed' | 'pause_over'>> {
  const { marketplaceId, partnerId } = actor
  if (!authorize(actor, 'integration.pause', { partnerId })) return refuse('not_allowed')
  return asPartner(actor, async (tx, now) => {
    const pause = await openPause(tx, partnerId, now)
    if (!pause) return refuse('pause_over')
    const fault = pauseFault(now, pause.fromAt, untilAt)
    if (fault) return refuse(fault)
    const nextAt = await lookAt(tx, marketplaceId, now, { ...pause, untilAt, remindedAt: null })
    const { count } = await tx.integrationPause.updateMany({
      where: { id: pause.id, endedAt: null },
      data: { untilAt, remindedAt: null, nextAt },
    })
    if (count === 0) return refuse('pause_over')
    await recordAudit(tx, actor, now, {
      act: 'integration.pause',
      subjectKind: 'partner',
      subjectId: partnerId,
      before: { until: pause.untilAt.toISOString() },
      after: { until: untilAt.toISOString() },
    })
    await wakeWorker(tx)
    return ok(null)
  })
}

/** "Resume now": the maintenance is over, or one that was only announced is called off. Twice is once. */
export async function resumeIntegration(actor: PartnerActor): Promise<Outcome<null, 'not_allowed' | 'pause_over'>> {
  const { partnerId, membershipId } = actor
  if (!authorize(actor, 'integration.pause', { partnerId })) return refuse('not_allowed')
  return asPartner(actor, async (tx, now) => {
    const { count } = await tx.integrationPause.updateMany({
      where: { partnerId, endedAt: null, untilAt: { gt: now } },
      data: { endedAt: now, endedById: membershipId, nextAt: null },
    })
    if (count === 0) return refuse('pause_over')
    await recordAudit(tx, actor, now, {
      act: 'integration.resume',
      subjectKind: 'partner',
      subjectId: partnerId,
      after: { at: now.toISOString() },
    })
    return ok(null)
  })
}
