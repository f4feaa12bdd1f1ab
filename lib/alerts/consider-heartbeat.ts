import { closeRunOf, openAlertRun } from '@/lib/escalation'
import { asWorker } from '@/lib/tenancy'
import { type Beat, looked } from './heartbeat-move'
import { lockHeartbeat } from './lock-row.sql'
import type { Severity } from './schema'

export function dedupKeyOfHeartbeat(id: string): string {
  return `heartbeat:${id}`
}

/** Worker: a heartbeat that was missed opens a run, one that came back closes it. Safe to call at any time. */
export async function considerHeartbeat(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    await lockHeartbeat(tx, marketplaceId, id)
    const beat = await tx.heartbeat.findFirst({ where: { marketplaceId, id, archivedAt: null } })
    if (!beat) return
    const { kind, state, nextAt } = looked(beat as Beat, now)
    const dedupKey = dedupKeyOfHeartbeat(id)
    if (kind === 'returned') await closeRunOf(tx, now, dedupKey)
    if (kind === 'missed')
      await openAlertRun(tx, now, {
        marketplaceId,
        source: 'heartbeat',
        sourceId: id,
        dedupKey,
        title: beat.name,
        detail: beat.lastSeenAt?.toISOString() ?? '',
        severity: beat.severity as Severity,
        policyId: beat.policyId,
      })
    await tx.heartbeat.updateMany({ where: { marketplaceId, id }, data: { state, nextAt } })
  })
}
