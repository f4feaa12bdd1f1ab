import type { Tx } from '@/lib/db'
import { closeRunOf, openAlertRun, waitForDedupKey } from '@/lib/escalation'
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
    if (alert.state === 'resolved') {
      await waitForDedupKey(tx, marketplaceId, dedupKey)
      if (!(await firesAgain(tx, alert))) await closeRunOf(tx, now, dedupKey)
    } else
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

/**
 * Reported anew since, as another alert: the open run stands for that one now, whichever of the two is looked at first, and
 * must not be closed under it. Asked while the run's key is held.
 */
async function firesAgain(tx: Tx, alert: { marketplaceId: string; keyId: string; fingerprint: string }) {
  const { marketplaceId, keyId, fingerprint } = alert
  return (await tx.alert.count({ where: { marketplaceId, keyId, fingerprint, state: 'firing' } })) > 0
}
