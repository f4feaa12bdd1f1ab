import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { clusterUrl, roleUrls, TEMPLATE } from './cluster'

export type ScratchDatabase = {
  name: string
  urls: { app: string; worker: string; owner: string }
  drop(): Promise<void>
}

/** A copy of the migrated template under a name nobody else uses. */
export async function createScratchDatabase(purpose: string): Promise<ScratchDatabase> {
  const name = `${purpose}_${randomBytes(6).toString('hex')}`
  await asAdmin(`create database ${name} template ${TEMPLATE}`)
  return { name, urls: roleUrls(name), drop: () => asAdmin(`drop database ${name} with (force)`) }
}

async function asAdmin(statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl() })
  await admin.connect()
  try {
    await admin.query(statement)
  } finally {
    await admin.end()
  }
}
