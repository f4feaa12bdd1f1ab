import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { migrate } from '@/lib/db/migrate'
import { clusterUrl } from '@/tests/setup/cluster'
import { createScratchDatabase, type ScratchDatabase } from '@/tests/setup/scratch-database'

const made: ScratchDatabase[] = []

afterEach(async () => {
  for (const database of made.splice(0)) await database.drop()
})

async function database(): Promise<{ url: string; ask: (sql: string) => Promise<Record<string, unknown>[]> }> {
  const scratch = await createScratchDatabase('migrate')
  made.push(scratch)
  const url = clusterUrl(scratch.name)
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows
    } finally {
      await client.end()
    }
  }
  // A copy of the template holds the product's own migrations; these tests bring files of their own.
  await ask('delete from _prisma_migrations')
  return { url, ask }
}

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-migrations-'))
  for (const [name, sql] of Object.entries(files)) {
    mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  }
  return folder
}

const tables = "select to_regclass('first') is not null as first, to_regclass('second') is not null as second"

test('files are applied once, in the order of their names', async () => {
  const { url, ask } = await database()
  const folder = folderOf({
    '2_second': 'create table second as select * from first',
    '1_first': 'create table first (a int)',
  })
  expect(await migrate(url, folder)).toEqual({ applied: ['1_first', '2_second'] })
  expect(await migrate(url, folder)).toEqual({ applied: [] })
  expect(await ask(tables)).toEqual([{ first: true, second: true }])
})

test('a failing file leaves nothing, not even its bookkeeping; the files before it stay', async () => {
  const { url, ask } = await database()
  const broken =
    'create table second (a int); create function f() returns int language sql as $$ select 1; $$; select nonsense'
  const folder = folderOf({ '1_first': 'create table first (a int)', '2_second': broken })
  await expect(migrate(url, folder)).rejects.toThrow(/migration 2_second: .*nonsense/)
  expect(await ask(tables)).toEqual([{ first: true, second: false }])
  expect(await ask('select migration_name from _prisma_migrations')).toEqual([{ migration_name: '1_first' }])
  writeFileSync(path.join(folder, '2_second', 'migration.sql'), 'create table second (a int)')
  expect(await migrate(url, folder)).toEqual({ applied: ['2_second'] })
})

test('two runners at once apply each file once', async () => {
  const { url } = await database()
  const folder = folderOf({ '1_first': 'select pg_sleep(0.3); create table first (a int)' })
  const runs = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
  expect(runs.flatMap(({ applied }) => applied)).toEqual(['1_first'])
})

test('a file that was edited after it was applied is refused by name', async () => {
  const { url } = await database()
  const folder = folderOf({ '1_first': 'create table first (a int)' })
  await migrate(url, folder)
  writeFileSync(path.join(folder, '1_first', 'migration.sql'), 'create table first (b int)')
  await expect(migrate(url, folder)).rejects.toThrow('migration 1_first was edited after it was applied')
})

test('a statement that cannot run inside a transaction has a file to itself', async () => {
  const { url, ask } = await database()
  const alone = '-- no-transaction\ncreate index concurrently first_a on first (a)'
  const folder = folderOf({ '1_first': 'create table first (a int)', '2_index': alone })
  expect(await migrate(url, folder)).toEqual({ applied: ['1_first', '2_index'] })
  expect(await ask("select indexname from pg_indexes where indexname = 'first_a'")).toHaveLength(1)
})
