import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** The lock Prisma's own engine takes, so that the two never run at once. */
const MIGRATION_LOCK = 72707369

const BOOKKEEPING = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

export type MigrationRun = { applied: string[] }

/**
 * Brings the database behind `ownerUrl` up to the files of `folder`, in name order, in Prisma's own bookkeeping.
 * One transaction a file, its bookkeeping row included: a failing file leaves nothing. A file whose first line is
 * `-- no-transaction` holds one statement that cannot run inside one (create index concurrently).
 * Throws when an applied file was edited or a file fails; the message names the file.
 */
export async function migrate(ownerUrl: string, folder = path.resolve('prisma/migrations')): Promise<MigrationRun> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const applied: string[] = []
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(BOOKKEEPING)
    const done = await finishedMigrations(client)
    for (const name of migrationNames(folder)) {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'))
      const checksum = createHash('sha256').update(sql).digest('hex')
      const row = done.get(name)
      if (row) {
        if (!row.finished_at) throw new Error(`migration ${name} failed before and is not resolved`)
        if (row.checksum !== checksum) throw new Error(`migration ${name} was edited after it was applied`)
        continue
      }
      await applyOne(client, name, sql.toString(), checksum)
      applied.push(name)
    }
  } finally {
    await client.end()
  }
  return { applied }
}

export function migrationNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

type Bookkept = { migration_name: string; checksum: string; finished_at: Date | null }

async function finishedMigrations(client: pg.Client): Promise<Map<string, Bookkept>> {
  const { rows } = await client.query<Bookkept>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  return new Map(rows.map((row) => [row.migration_name, row]))
}

async function applyOne(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  const inTransaction = !sql.startsWith('-- no-transaction')
  if (inTransaction) await client.query('begin')
  try {
    const id = randomUUID()
    await client.query('insert into _prisma_migrations (id, checksum, migration_name) values ($1, $2, $3)', [
      id,
      checksum,
      name,
    ])
    await client.query(sql)
    await client.query(
      'update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1',
      [id],
    )
    if (inTransaction) await client.query('commit')
  } catch (error) {
    if (inTransaction) await client.query('rollback')
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}
