import { recordAudit } from '@/lib/audit'
import { authorize, type PartnerActor } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asPartner, wakeWorker } from '@/lib/tenancy'
import { type PauseFault, pauseFault } from './pause-times'
import { closeOverdue, lookAt } from './store'

type Why = PauseFault | 'not_allowed' | 'pause_open'

/**
 * The company works on its own systems (000-08): until then nobody of it is called, and what would have been is noted.
 * `from` null: from now on. Refused while another maintenance is announced or runs; an index holds it to one.
 */
export async function startPause(
  actor: PartnerActor,
  asked: { from: Date | null; until: Date; reason: string },
): Promise<Outcome<{ pauseId: string }, Why>> {
  const { marketplaceId, partnerId, membershipId } = actor
  if (!authorize(actor, 'integration.pause', { partnerId })) return refuse('not_allowed')
  return asPartner(actor, async (tx, now) => {
    const { until: untilAt, reason } = asked
    const fromAt = asked.from && asked.from > now ? asked.from : now
    const fault = pauseFault(now, fromAt, untilAt)
    if (fault) return refuse(fault)
    await closeOverdue(tx, partnerId, now)
    const id = newId()
    const nextAt = await lookAt(tx, marketplaceId, now, { fromAt, untilAt, remindedAt: null })
    const row = {
      marketplaceId,
      id,
      partnerId,
      fromAt,
      untilAt,
      reason,
      createdById: membershipId,
      createdAt: now,
      nextAt,
    }
    const { count } = await tx.integrationPause.createMany({ data: row, skipDuplicates: true })
    if (count === 0) return refuse('pause_open')
    await recordAudit(tx, actor, now, {
      act: 'integration.pause',
      subjectKind: 'partner',
      subjectId: partnerId,
      after: { from: fromAt.toISOString(), until: untilAt.toISOString(), reason },
    })
    await wakeWorker(tx)
    return ok({ pauseId: id })
  })
}
