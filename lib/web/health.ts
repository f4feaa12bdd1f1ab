import type { Tx } from '@/lib/db'
import { marketplaceBySlug } from '@/lib/marketplace'
import { withoutTenant } from '@/lib/tenancy'

export type Readiness = { ready: boolean; database: boolean; worker: 'alive' | 'away' | 'unknown' }

/**
 * Whether this process can serve pages: the database answers to the app role and holds our tables. Whether a worker
 * is alive is told and does not count: pages work without one, and a start waits for the web first.
 */
export async function readiness(isWorkerAlive: (tx: Tx, now: Date) => Promise<boolean>): Promise<Readiness> {
  try {
    await marketplaceBySlug('readiness')
    const alive = await withoutTenant(isWorkerAlive)
    return { ready: true, database: true, worker: alive ? 'alive' : 'away' }
  } catch {
    return { ready: false, database: false, worker: 'unknown' }
  }
}
