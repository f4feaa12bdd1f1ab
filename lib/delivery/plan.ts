import type { Tx } from '@/lib/db'
import { wakeWorker } from '@/lib/tenancy'
import type { PlannedMessage } from './schema'

/**
 * Writes what is to leave, in the transaction of the fact it tells of, and wakes the worker. A message that is planned
 * already stays as it is. Any side may plan; a partner only what carries its own `partnerId`.
 */
export async function planDeliveries(tx: Tx, now: Date, planned: readonly PlannedMessage[]): Promise<void> {
  if (planned.length === 0) return
  await tx.delivery.createMany({
    data: planned.map(({ place, notBefore, ...message }) => ({
      ...message,
      epoch: place?.epoch ?? 0,
      loop: place?.loop ?? 0,
      step: place?.step ?? 0,
      nextAttemptAt: notBefore,
      createdAt: now,
    })),
    skipDuplicates: true,
  })
  await wakeWorker(tx)
}
