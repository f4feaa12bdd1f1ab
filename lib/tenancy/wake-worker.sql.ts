import type { Tx } from '@/lib/db'

/** The channel the worker listens on. */
export const WAKE_CHANNEL = 'waybill_due'

/**
 * Tells the worker, at commit, that something may be due. A hint only: losing it delays by a second at most.
 * One constant payload, so that Postgres folds repeats of one transaction into one notification.
 */
export async function wakeWorker(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_notify('waybill_due', '')`
}
