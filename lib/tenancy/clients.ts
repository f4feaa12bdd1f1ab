import { connect, type PrismaClient } from '@/lib/db'
import { required } from '@/lib/foundation/env'

/**
 * The process's two pools, opened on first use: one as the app role, one as the worker role. On globalThis because
 * the web bundle may hold this module more than once.
 */
type Pools = { app?: PrismaClient; worker?: PrismaClient }
const shared = globalThis as { waybillPools?: Pools }
shared.waybillPools ??= {}
const pools: Pools = shared.waybillPools

/** The worker has others to page: what waits longer for one row is put back and tried again. Milliseconds. */
const WORKER_LOCK_WAIT = 2_000

export function appClient(): PrismaClient {
  pools.app ??= connect(required('DATABASE_URL'))
  return pools.app
}

export function workerClient(): PrismaClient {
  pools.worker ??= connect(required('DATABASE_URL_WORKER'), undefined, WORKER_LOCK_WAIT)
  return pools.worker
}

/** Closes what was opened: at the end of a worker, a script or a test. */
export async function closeClients(): Promise<void> {
  const open = [pools.app, pools.worker]
  pools.app = undefined
  pools.worker = undefined
  await Promise.all(open.map((client) => client?.$disconnect()))
}
