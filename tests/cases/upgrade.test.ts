import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { migrate, migrationNames } from '@/lib/db/migrate'
import { groupRoles } from '@/lib/db/roles'
import { OUT_POLICIES } from '@/prisma/seeds/out-policies'
import { clusterUrl } from '@/tests/setup/cluster'

/* The first release's tables, with requests in them, are brought up to date by an owner as the launcher makes it. */

const FOLDER = path.resolve('prisma/migrations')
const FIRST_RELEASE = '20261122090100_guards'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  closing.push(() => client.end())
  return client
}

/** An empty database whose owner may make roles and pass row security by, and is no superuser. */
async function ownDatabase(): Promise<string> {
  const name = `upgrade_${randomBytes(6).toString('hex')}`
  const admin = await connect(clusterUrl())
  await admin.query(`create role ${name} login createrole bypassrls password '${name}'`)
  closing.push(() => admin.query(`drop role ${name}`))
  // What making the roles itself would have given it.
  for (const role of Object.values(groupRoles))
    await admin.query(`grant ${role} to ${name} with admin true, inherit false, set false`)
  await admin.query(`create database ${name} owner ${name} template template0`)
  closing.push(() => admin.query(`drop database ${name} with (force)`))
  const url = new URL(clusterUrl(name))
  url.username = name
  url.password = name
  return url.toString()
}

function firstRelease(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'waybill-first-release-'))
  for (const name of migrationNames(FOLDER).filter((one) => one <= FIRST_RELEASE))
    cpSync(path.join(FOLDER, name), path.join(folder, name), { recursive: true })
  return folder
}

const AT = '2026-03-02T10:00:00.000Z'
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const HERE = id(1)

/** A request of the first release with one message; whom it belongs to does not matter here. */
async function ticket(old: pg.Client, number: number, state: string, body = 'The feed stopped'): Promise<void> {
  const done = state === 'completed' ? [AT, 'agent'] : [null, null]
  await old.query(
    `insert into ticket (marketplace_id, id, number, partner_id, topic_id, team_id, opened_by_id, subject, locale, state,
       completed_at, completed_reason, created_at, updated_at)
     values ($1, $2, $3, $4, $4, $4, $4, 'Café offline', 'en', $5, $6, $7, $8, $8)`,
    [HERE, id(number), number, id(2), state, ...done, AT],
  )
  await old.query(
    `insert into ticket_message (marketplace_id, id, ticket_id, partner_id, author_id, kind, body, locale, created_at)
     values ($1, $2, $2, $3, $3, 'request', $4, 'en', $5)`,
    [HERE, id(number), id(2), body, AT],
  )
}

async function answered(old: pg.Client, number: number): Promise<void> {
  await old.query(
    `insert into ticket_event (marketplace_id, id, ticket_id, partner_id, at, kind, audience, from_state, to_state)
     values ($1, $2, $2, $3, $4, 'answered', 'partner', 'created', 'answered')`,
    [HERE, id(number), id(2), AT],
  )
}

async function clock(old: pg.Client, number: number, dueAt: string | null): Promise<void> {
  await old.query(
    `insert into sla_clock (marketplace_id, ticket_id, kind, partner_id, policy_id, calendar_id, target_minutes, started_at,
       due_at) values ($1, $2, 'first_answer', $3, $3, $3, 480, $4, $5)`,
    [HERE, id(number), id(2), AT, dueAt],
  )
}

test('an owner that is no superuser sets everything up, and nothing is left to do', async () => {
  const url = await ownDatabase()
  expect((await migrate(url)).applied).toEqual(migrationNames(FOLDER))
  expect((await migrate(url)).applied).toEqual([])
})

test('requests of the first release keep their promise, their turn and their words, and nothing of them is news', async () => {
  const url = await ownDatabase()
  await migrate(url, firstRelease())
  const old = await connect(clusterUrl(new URL(url).pathname.slice(1)))
  // Rows alone, without all that they would belong to.
  await old.query('set session_replication_role = replica')
  await old.query('insert into marketplace_settings (marketplace_id) values ($1)', [HERE])
  const due = '2026-03-03T10:00:00.000Z'
  await ticket(old, 11, 'created')
  await clock(old, 11, due)
  await ticket(old, 12, 'in_progress')
  await clock(old, 12, null)
  await answered(old, 12)
  await ticket(old, 13, 'answered')
  await answered(old, 13)
  // More different words than one document holds.
  const words = Array.from({ length: 150_000 }, (_, at) => `w${at}x`).join(' ')
  await ticket(old, 14, 'completed', `zebra ${words}`)

  await migrate(url)
  const rows = await old.query<Record<string, unknown>>(
    `select number, due_at, next_at, first_answered_at, considered_at, partner_news_at, staff_news_at
       from ticket order by number`,
  )
  const quiet = { considered_at: new Date(AT), partner_news_at: null, staff_news_at: null }
  const open = { ...quiet, due_at: null, next_at: null, first_answered_at: null }
  expect(rows.rows).toEqual([
    { ...open, number: 11, due_at: new Date(due) },
    { ...open, number: 12, first_answered_at: new Date(AT) },
    { ...open, number: 13, first_answered_at: new Date(AT), next_at: new Date('2026-03-06T10:00:00.000Z') },
    { ...open, number: 14 },
  ])
  const found = async (asked: string) => {
    await old.query("select set_config('app.side', 'staff', false), set_config('app.marketplace', $1, false)", [HERE])
    const { rows: ids } = await old.query<{ id: string }>("select id from search_tickets($1, 'en', 10)", [asked])
    return ids.map((row) => row.id)
  }
  expect(await found('cafe')).toEqual([id(14), id(13), id(12), id(11)])
  expect(await found('zebra')).toEqual([id(14)])
})

test('marketplaces that stand already call partners as new ones do (000-15, 000-16)', async () => {
  const url = await ownDatabase()
  await migrate(url, firstRelease())
  const old = await connect(clusterUrl(new URL(url).pathname.slice(1)))
  await old.query(
    `insert into marketplace (id, slug, name, prefix, time_zone, default_locale, created_at)
     values ($1, 'nova', 'Nova Market', 'NV', 'Europe/Rome', 'it', $2)`,
    [HERE, AT],
  )
  await migrate(url)
  const { rows } = await old.query<Record<string, unknown>>(
    `select p.severity, p.name, v.steps, v.repeat, v.ack_expiry_seconds as "ackExpirySeconds",
            v.catch_all_every_seconds as "catchAllEverySeconds", v.catch_all as "catchAll"
       from policy p join policy_version v on v.policy_id = p.id
      where p.marketplace_id = $1 and p.direction = 'OUT' order by p.severity`,
    [HERE],
  )
  expect(rows).toEqual(OUT_POLICIES)
})

test('deadlines of open requests that stand already are counted anew; what is broken already is no news', async () => {
  const url = await ownDatabase()
  await migrate(url, firstRelease())
  const old = await connect(clusterUrl(new URL(url).pathname.slice(1)))
  await old.query('set session_replication_role = replica')
  await old.query(
    `insert into marketplace (id, slug, name, prefix, time_zone, default_locale, created_at)
     values ($1, 'nova', 'Nova Market', 'NV', 'Europe/Rome', 'it', $2)`,
    [HERE, AT],
  )
  await clock(old, 11, '2020-01-01T10:00:00.000Z')
  await clock(old, 12, '2999-01-01T10:00:00.000Z')
  await clock(old, 13, null)
  await migrate(url)
  const { rows } = await old.query<{ told: number }>('select told from sla_clock order by ticket_id')
  expect(rows.map(({ told }) => told)).toEqual([2, 0, 0])
  const asked = await old.query('select marketplace_id, after_id from sla_recount')
  expect(asked.rows).toEqual([{ marketplace_id: HERE, after_id: null }])
})
