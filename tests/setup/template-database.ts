import pg from 'pg'
import { migrate } from '@/lib/db/migrate'
import { ensureRoles } from '@/lib/db/roles'
import { clusterUrl, roleUrls, TEMPLATE } from './cluster'

/** Migrates one database that each test file then copies: a copy takes milliseconds, a migration a second. */
export default async function prepareTemplate(): Promise<void> {
  const admin = new pg.Client({ connectionString: clusterUrl() })
  await admin.connect()
  try {
    // Several suites may start at once beside each other; one prepares, the others find it prepared.
    await admin.query("select pg_advisory_lock(hashtext('waybill template'))")
    const exists = await admin.query('select from pg_database where datname = $1', [TEMPLATE])
    if (exists.rowCount === 0) await admin.query(`create database ${TEMPLATE}`)
    const urls = roleUrls(TEMPLATE)
    await ensureRoles(urls.owner, urls)
    try {
      await migrate(urls.owner)
    } catch {
      // A migration that is still being written was edited since: begin anew.
      await admin.query(`drop database ${TEMPLATE} with (force)`)
      await admin.query(`create database ${TEMPLATE}`)
      await migrate(urls.owner)
    }
  } finally {
    await admin.end()
  }
}
