import type { Tx } from '@/lib/db'
import { after, SECOND } from '@/lib/foundation/clock'

/** A worker that has not been seen for so long counts as away. Milliseconds. */
const AWAY_MS = 30 * SECOND

/** Whether some worker has said of late that it runs. For showing only: what decides is the lock that it holds. */
export async function isWorkerAlive(tx: Tx, now: Date): Promise<boolean> {
  const seen = await tx.worker.findFirst({
    where: { stoppedAt: null, seenAt: { gte: after(now, -AWAY_MS) } },
    select: { id: true },
  })
  return seen !== null
}
