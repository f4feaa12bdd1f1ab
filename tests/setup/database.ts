import { afterAll, beforeAll } from 'vitest'
import { connect, type PrismaClient } from '@/lib/db'
import { forgetEnv } from '@/lib/foundation/env'
import { closeClients } from '@/lib/tenancy'
import { createScratchDatabase } from './scratch-database'

export type TestDatabase = {
  urls: { app: string; worker: string; owner: string }
  /** The owner's client: sees everything. For building worlds and looking at what happened, never for the act under test. */
  owner: PrismaClient
  /** Moves this database's `app_now()` so many milliseconds ahead of the machine (or behind it). */
  shiftClock(offsetMs: number): Promise<void>
}

/** Creates a database of its own from the template and points this process's environment at it. */
export async function createDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const scratch = await createScratchDatabase('test')
  const { urls } = scratch
  process.env.DATABASE_URL = urls.app
  process.env.DATABASE_URL_WORKER = urls.worker
  process.env.NEXTAUTH_SECRET = 'a secret of the tests, long enough to pass'
  forgetEnv()
  const owner = connect(urls.owner, 3)
  return {
    urls,
    owner,
    async shiftClock(offsetMs) {
      const moved = { offsetMs: BigInt(Math.round(offsetMs)) }
      await owner.clockOffset.upsert({ where: { id: 1 }, create: { id: 1, ...moved }, update: moved })
    },
    async drop() {
      await closeClients()
      await owner.$disconnect()
      await scratch.drop()
    },
  }
}

/** One database for all tests of a file: made before the first, dropped after the last. */
export function useDatabase(): TestDatabase {
  const holder = {} as TestDatabase
  let drop: (() => Promise<void>) | undefined
  beforeAll(async () => {
    const database = await createDatabase()
    drop = database.drop
    Object.assign(holder, database)
  })
  afterAll(async () => drop?.())
  return holder
}
