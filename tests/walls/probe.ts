import type pg from 'pg'
import type { World } from '@/tests/builders/world'
import { type Access, guarded, type Row, untenanted, type Verb, verbs } from './access'

/** Who knocks: a role of the database, and what its transaction claims to be. */
export type Knock = {
  name: string
  role: 'waybill_app' | 'waybill_worker'
  side: string
  marketplace: string
  partner: string
}

/**
 * Every way to knock that differs: each side rightly, then nothing set, half set, mixed up, and with the other role.
 * Wrong ways must come to nothing on every table that has a tenant.
 */
export function knocks({ nova, orbit }: World): Knock[] {
  const [casa, sever] = nova.partners
  const app = (name: string, side: string, marketplace = '', partner = ''): Knock => ({
    name,
    role: 'waybill_app',
    side,
    marketplace,
    partner,
  })
  const worker = (name: string, side: string, marketplace = ''): Knock => ({
    ...app(name, side, marketplace),
    role: 'waybill_worker',
  })
  const here = nova.marketplaceId
  const there = orbit.marketplaceId
  return [
    app('staff', 'staff', here),
    app('staff of the other marketplace', 'staff', there),
    app('partner', 'partner', here, casa.partnerId),
    app('the other partner', 'partner', here, sever.partnerId),
    app('machine', 'machine', here),
    app('machine of the other marketplace', 'machine', there),
    worker('worker', 'worker', here),
    worker('worker of the other marketplace', 'worker', there),
    app('app: nothing set', ''),
    app('app: a marketplace and no side', '', here),
    app('app: a marketplace, a partner and no side', '', here, casa.partnerId),
    app('app: staff of no marketplace', 'staff'),
    app('app: partner of no marketplace', 'partner', '', casa.partnerId),
    app('app: partner without a partner', 'partner', here),
    // Never made by the gate, which takes both from one membership: reaches what all partners there share, nothing of its own.
    app('a partner in a marketplace not its own', 'partner', there, casa.partnerId),
    app('app: as if it were the worker', 'worker', here),
    app('app: a machine of no marketplace', 'machine'),
    app('app: a side that does not exist', 'admin', here, casa.partnerId),
    worker('worker: nothing set', ''),
    worker('worker: a marketplace and no side', '', here),
    worker('worker: no marketplace', 'worker'),
    worker('worker: as if it were staff', 'staff', here),
    worker('worker: as if it were a machine', 'machine', here),
    { ...worker('worker: as if it were a partner', 'partner', here), partner: casa.partnerId },
  ]
}

/** Every row of a table, as the owner sees it; to compare with what a role sees. */
export async function allRows(client: pg.Client, table: string): Promise<Row[]> {
  const { rows } = await client.query(`select to_jsonb(t) as row from ${quoted(table)} t`)
  return rows.map((one) => one.row as Row)
}

type Attempt = {
  knock: Knock
  table: string
  verb: string
  what: string
  statement: string
  row: Row | null
  expected: string
}

/**
 * Tries every verb of one table under every knock and compares with access.ts. Nothing stays: each attempt is undone.
 * @returns one line for each attempt that ended otherwise than this page allows
 */
export async function probeTable(
  client: pg.Client,
  table: string,
  world: World,
  rows: readonly Row[],
): Promise<string[]> {
  const attempts = knocks(world).flatMap((knock) => attemptsOf(table, knock, world, rows))
  const seen = await tryAll(client, attempts)
  return attempts.flatMap(({ knock, verb, what, expected }, index) => {
    const got = seen[index] ?? 'nothing'
    return got === expected ? [] : [`${table}: ${verb} by ${knock.name}${what}: ${got}, expected ${expected}`]
  })
}

/**
 * Whether anything of one table ends otherwise than access.ts allows: as `probeTable`, but no further than the first that
 * does. Looked for where it is likely: under the side and the verb of the policy `changed`, as in `staff_select`, then
 * without the many inserts, then everywhere.
 */
export async function probeSees(
  client: pg.Client,
  table: string,
  world: World,
  rows: readonly Row[],
  changed: string,
): Promise<boolean> {
  const attempts = knocks(world).flatMap((knock) => attemptsOf(table, knock, world, rows))
  const likely = ({ knock, verb }: Attempt) => changed === `${knock.side}_${verb}`
  const [first, others] = parted(attempts, likely)
  const [second, third] = parted(others, ({ verb }) => verb !== 'insert')
  for (const some of [first, second, third]) {
    const seen = await tryAll(client, some)
    if (some.some(({ expected }, index) => seen[index] !== expected)) return true
  }
  return false
}

function parted<One>(all: readonly One[], is: (one: One) => boolean): [One[], One[]] {
  return [all.filter(is), all.filter((one) => !is(one))]
}

function attemptsOf(table: string, knock: Knock, world: World, rows: readonly Row[]): Attempt[] {
  const attempt = (verb: Verb, statement: string, expected: string, row: Row | null = null, what = ''): Attempt => ({
    knock,
    table,
    verb,
    what,
    statement,
    row,
    expected,
  })
  const name = quoted(table)
  const reach = (verb: Verb) => rows.filter((row) => mayReach(table, knock, verb, row))
  const outcome = (verb: Verb) => counted(table, knock, verb, reach(verb).length)
  // Setting a column to a constant reads none, so the update policies decide alone.
  const column = table in guarded ? 'marketplace_id' : steady[table]
  const value = table in guarded ? `'${knock.marketplace || world.nova.marketplaceId}'` : 'default'
  return [
    attempt('select', `select count(*) from ${name}`, outcome('select')),
    attempt('update', column ? `update ${name} set ${column} = ${value}` : '', column ? outcome('update') : ''),
    attempt('delete', `delete from ${name}`, outcome('delete')),
    ...rows.map((row, index) =>
      attempt(
        'insert',
        `insert into ${name} select (jsonb_populate_record(null::${name}, $1)).*`,
        mayReach(table, knock, 'insert', row) ? 'through' : 'refused',
        row,
        ` of row ${index + 1}`,
      ),
    ),
    ...moves(table, knock, world, reach('update').length > 0).map(({ set, to }) =>
      attempt('update', `update ${name} set ${set}`, 'refused', null, ` that moves its rows to ${to}`),
    ),
  ].filter((one) => one.statement !== '')
}

/** Columns of tables without a tenant that may be set to their default without harm. */
const steady: Readonly<Record<string, string>> = { user: 'platform_admin', throttle: 'points', clock_offset: 'id' }

/** Rows that a side may change must stay its own. */
function moves(table: string, knock: Knock, world: World, may: boolean): { set: string; to: string }[] {
  if (!may || !(table in guarded)) return []
  const other = knock.marketplace === world.nova.marketplaceId ? world.orbit : world.nova
  const found = [{ set: `marketplace_id = '${other.marketplaceId}'`, to: 'another marketplace' }]
  const held = ['sla_clock', 'attachment', 'ticket', 'claim', 'membership', 'ticket_read', 'ticket_search', 'draft']
  held.push('notice', 'mail_preference', 'contact_method', 'notify_rule', 'partner_contact', 'integration_pause')
  held.push('escalation')
  const [casa, sever] = world.nova.partners
  const colleague = knock.partner === casa.partnerId ? sever : casa
  if (knock.side === 'partner' && held.includes(table))
    found.push({ set: `partner_id = '${colleague.partnerId}'`, to: 'another partner' })
  if (knock.side === 'partner' && table === 'partner')
    found.push({ set: `id = '${colleague.partnerId}'`, to: 'another partner' })
  if (knock.side === 'partner' && table === 'ticket_search') found.push({ set: "audience = 'staff'", to: 'the staff' })
  if (table === 'ticket_read') {
    const side = knock.side === 'partner' ? 'staff' : 'partner'
    found.push({ set: `side = '${side}'`, to: 'the other side' })
  }
  if (knock.side === 'staff' && table === 'draft')
    found.push({ set: `partner_id = '${casa.partnerId}'`, to: 'a partner' })
  if (knock.side === 'partner' && table === 'attachment') found.push({ set: "audience = 'staff'", to: 'the staff' })
  return found
}

/** What access.ts says of one row. Every wrong way to knock reaches nothing. */
function mayReach(table: string, knock: Knock, verb: Verb, row: Row): boolean {
  const free = untenanted[table]
  if (free) return words(knock.role === 'waybill_app' ? free.app : free.worker).includes(verb)
  const access = guarded[table]
  if (!access || row.marketplace_id !== knock.marketplace) return false
  if (knock.name.includes(':')) return false
  if (knock.side !== 'partner') {
    const reached = knock.side !== 'staff' || (access.staffReaches?.(row, verb) ?? true)
    return reached && words(access[knock.side as 'staff' | 'worker' | 'machine'] ?? '').includes(verb)
  }
  if (!words(access.partner.verbs).includes(verb)) return false
  return partnerReach(access, verb)(row, knock.partner)
}

function partnerReach({ partner }: Access, verb: Verb) {
  const own = (row: Row, partnerId: string) => row.partner_id === partnerId
  if (verb === 'delete' && partner.deletes) return partner.deletes
  return (verb === 'select' ? partner.reads : partner.writes) ?? own
}

/** A verb that the role was never granted is refused; a granted one shows or changes so many rows. */
function counted(table: string, knock: Knock, verb: Verb, count: number): string {
  return granted(table, knock.role, verb) ? `${count} rows` : 'refused'
}

function granted(table: string, role: string, verb: Verb): boolean {
  const free = untenanted[table]
  if (free) return words(role === 'waybill_app' ? free.app : free.worker).includes(verb)
  const access = guarded[table]
  if (!access) return false
  const sides = role === 'waybill_app' ? [access.staff, access.partner.verbs, access.machine ?? ''] : [access.worker]
  return sides.some((side) => words(side).includes(verb))
}

function words(text: string): Verb[] {
  return verbs.filter((verb) => text.split(' ').includes(verb))
}

/**
 * Runs the attempts in one round trip, each in a subtransaction that is always undone. The answers: '3 rows',
 * 'through' (an insert got past row security: it went in, or only another constraint stopped it), 'refused' (42501),
 * or the code of an error that row security should have come before.
 */
async function tryAll(client: pg.Client, attempts: readonly Attempt[]): Promise<string[]> {
  const asked = attempts.map(({ knock, verb, statement, row }) => ({ ...knock, verb, statement, row }))
  const { rows } = await client.query<{ answer: string }>(
    'select pg_temp.try_one(a) as answer from jsonb_array_elements($1::jsonb) with ordinality as x(a, n) order by n',
    [JSON.stringify(asked)],
  )
  return rows.map((row) => row.answer)
}

/** Makes the function behind `tryAll`, for this connection only. */
export async function prepareProbe(client: pg.Client): Promise<void> {
  await client.query(`
    create function pg_temp.try_one(a jsonb) returns text language plpgsql as $$
    declare n bigint; answer text; code text;
    begin
      begin
        perform set_config('app.side', a->>'side', true), set_config('app.marketplace', a->>'marketplace', true),
                set_config('app.partner', a->>'partner', true), set_config('role', a->>'role', true);
        if a->>'verb' = 'select' then execute a->>'statement' into n;
        elsif a->>'verb' = 'insert' then execute a->>'statement' using a->'row'; get diagnostics n = row_count;
        else execute a->>'statement'; get diagnostics n = row_count;
        end if;
        answer := case when a->>'verb' = 'insert' then 'through' else n || ' rows' end;
        raise exception 'undo' using errcode = 'UNDO1';
      exception when others then
        get stacked diagnostics code = returned_sqlstate;
        if code <> 'UNDO1' then
          answer := case when code = '42501' then 'refused'
                         when a->>'verb' = 'insert' and code like '23%' then 'through'
                         else 'error ' || code end;
        end if;
      end;
      return answer;
    end $$`)
}

export function quoted(table: string): string {
  return `"${table}"`
}
