import { closeRunOf, openAlertRun } from '@/lib/escalation'
import { asWorker } from '@/lib/tenancy'
import { lockAlert } from './lock-row.sql'
import type { Severity } from './schema'

/** One finding has one open run at a time, however often it is reported. */
export function dedupKeyOfAlert({ keyId, fingerprint }: { keyId: string; fingerprint: string }): string {
  return `alert:${keyId}:${fingerprint}`
}

/**
 * Worker: what a report left to consider of an alert. Firing opens its run, or repeats the one that is open; resolved
 * closes it. Safe to call at any time and any number of times.
 */
export async function considerAlert(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    await lockAlert(tx, marketplaceId, id)
    const alert = await tx.alert.findFirst({
      where: { marketplaceId, id, consideredAt: null },
      include: { key: { select: { name: true, policyId: true } } },
    })
    if (!alert) return
    const dedupKey = dedupKeyOfAlert(alert)
    if (alert.state === 'resolved') await closeRunOf(tx, now, dedupKey)
    else
      await openAlertRun(tx, now, {
        marketplaceId,
        source: 'alert',
        sourceId: id,
        dedupKey,
        title: alert.title,
        detail: alert.detail,
        severity: alert.severity as Severity,
        policyId: alert.key.policyId,
      })
    await tx.alert.updateMany({ where: { marketplaceId, id }, data: { consideredAt: now } })
  })
}
