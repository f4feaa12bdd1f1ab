import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { connect, type PrismaClient } from '@/lib/db'
import { forgetEnv } from '@/lib/foundation/env'
import { closeClients } from '@/lib/tenancy'
import { clusterUrl, roleUrls, TEMPLATE } from './cluster'

export type TestDatabase = {
  urls: { app: string; worker: string; owner: string }
  /** The owner's client: sees everything. For building worlds and looking at what happened, never for the act under test. */
  owner: PrismaClient
  /** Moves this database's `app_now()` so many milliseconds ahead of the machine (or behind it). */
  shiftClock(offsetMs: number): Promise<void>
}

/** Creates a database of its own from the template and points this process's environment at it. */
export async function createDatabase(): Promise<TestDatabase & { drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) => admin.query(`create database ${name} template ${TEMPLATE}`))
  const urls = roleUrls(name)
  process.env.DATABASE_URL = urls.app
  process.env.DATABASE_URL_WORKER = urls.worker
  process.env.NEXTAUTH_SECRET ??= 'a secret of the tests, long enough to pass'
  forgetEnv()
  const owner = connect(urls.owner, 3)
  return {
    urls,
    owner,
    async shiftClock(offsetMs) {
      const offset = BigInt(Math.round(offsetMs))
      await owner.clockOffset.upsert({
        where: { id: 1 },
        create: { id: 1, offsetMs: offset },
        update: { offsetMs: offset },
      })
    },
    async drop() {
      await closeClients()
      await owner.$disconnect()
      await asAdmin((admin) => admin.query(`drop database ${name} with (force)`))
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

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl() })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}
