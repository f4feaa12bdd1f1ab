import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { TestDatabase } from '@/tests/setup/database'

/** One plain connection as the owner, for looking into the catalogue and for changes that are rolled back. */
export function useOwner(database: TestDatabase): { client: pg.Client } {
  const holder = {} as { client: pg.Client }
  beforeAll(async () => {
    holder.client = new pg.Client({ connectionString: database.urls.owner })
    await holder.client.connect()
  })
  afterAll(() => holder.client.end())
  return holder
}

/** Changes the database, looks, and takes the change back: schema changes are transactional too. */
export async function changed<Seen>(client: pg.Client, change: string, look: () => Promise<Seen>): Promise<Seen> {
  await client.query('begin')
  try {
    await client.query(change)
    return await look()
  } finally {
    await client.query('rollback')
  }
}
