import type pg from 'pg'
import { untenanted } from './access'

const roles = ['waybill_app', 'waybill_worker', 'waybill_finder']

/** What may look like a hole and is none; each with its reason. */
const uniqueAcrossTenants = new Set([
  'delivery.id', // derived from its content by hash, the same in every marketplace or in none
  'attachment.storage_key', // made by the server from a random id
])
const definers: Readonly<Record<string, { returns: string; may: string }>> = {
  due_work: {
    returns: 'TABLE(kind text, marketplace_id uuid, id uuid, due_at timestamp with time zone)',
    may: 'waybill_worker',
  },
  escalation_behind: {
    returns: 'TABLE(marketplace_id uuid, escalation_id uuid, recipient_id uuid)',
    may: 'waybill_app',
  },
  memberships_of: { returns: 'TABLE(marketplace_id uuid, membership_id uuid, partner_id uuid)', may: 'waybill_app' },
  // No door across tenants: it holds itself to the marketplace, side and company of the transaction (search-wall.test.ts).
  search_tickets: { returns: 'TABLE(id uuid)', may: 'waybill_app' },
}
const finderReads = [
  'alert',
  'claim',
  'delivery',
  'escalation',
  'heartbeat',
  'held_answer',
  'integration_pause',
  'mail_preference',
  'membership',
  'schedule',
  'sla_clock',
  'sla_recount',
  'ticket',
  'ticket_search',
]
const tenantCondition = '(marketplace_id = ( SELECT app_marketplace() AS app_marketplace))'

type Check = (client: pg.Client) => Promise<string[]>

/** Everything in the database's own catalogue that would let a role past the tenant. One line each. */
export async function catalogueFaults(client: pg.Client): Promise<string[]> {
  const faults: string[] = []
  for (const check of [tables, policies, keys, grants, logins, functions, sideDoors])
    faults.push(...(await check(client)))
  return faults
}

const tables: Check = async (client) => {
  const rows = await select<{ name: string; kind: string; tenant: boolean; secure: boolean; forced: boolean }>(
    client,
    `select c.relname as name, c.relkind as kind, c.relrowsecurity as secure, c.relforcerowsecurity as forced,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'marketplace_id'
                     and a.attnotnull and not a.attisdropped) as tenant
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f')`,
  )
  const listed = Object.keys(untenanted)
  const gone = listed.filter((name) => !rows.some((row) => row.name === name))
  return [
    ...gone.map((name) => `${name} stands in the list of tables without a tenant, but there is no such table`),
    ...rows
      .filter((row) => !listed.includes(row.name))
      .flatMap((row) => [
        ...(row.tenant
          ? []
          : [`${row.name}: has no marketplace_id (not null) and does not stand in the list of those without`]),
        ...(row.secure ? [] : [`${row.name}: row security is off`]),
        ...(row.forced ? [] : [`${row.name}: row security is not forced`]),
      ]),
  ]
}

const policies: Check = async (client) => {
  const rows = await select<Policy>(
    client,
    `select tablename as "table", policyname as name, permissive, roles::text[] as roles, cmd, qual as using, with_check as check
       from pg_policies where schemaname = 'public'`,
  )
  const names = await select<{ name: string }>(
    client,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  const guarded = names.map((row) => row.name).filter((name) => !(name in untenanted))
  const without = guarded.filter((name) => !rows.some((policy) => policy.table === name && holdsTenant(policy)))
  return [
    ...without.map((name) => `${name}: no restrictive policy "tenant" for app and worker`),
    ...rows.flatMap((policy) => wrongPolicy(policy).map((why) => `${policy.table}.${policy.name}: ${why}`)),
  ]
}

type Policy = {
  table: string
  name: string
  permissive: string
  roles: string[]
  cmd: string
  using: string | null
  check: string | null
}

function holdsTenant(policy: Policy): boolean {
  return (
    policy.name === 'tenant' &&
    policy.permissive === 'RESTRICTIVE' &&
    policy.cmd === 'ALL' &&
    [...policy.roles].sort().join() === 'waybill_app,waybill_worker' &&
    policy.using === tenantCondition &&
    policy.check === tenantCondition
  )
}

function wrongPolicy(policy: Policy): string[] {
  const why: string[] = []
  const [role] = policy.roles
  if (policy.roles.includes('public')) why.push('is for PUBLIC')
  if (policy.name === 'tenant')
    return holdsTenant(policy) ? why : [...why, 'is not the tenant policy that every table has']
  if (policy.name === 'finder_select') {
    if (!finderReads.includes(policy.table)) why.push('opens another table to the finder')
    if (policy.cmd !== 'SELECT' || policy.roles.join() !== 'waybill_finder')
      why.push('is more than reading for the finder')
    return why
  }
  const named = /^(staff|partner|worker|machine)_(select|insert|update|delete)$/.exec(policy.name)
  if (!named) return [...why, 'is none of the policies that guard() makes']
  const [, side, verb] = named
  if (policy.cmd !== verb?.toUpperCase()) why.push(`is for ${policy.cmd}`)
  if (policy.roles.length !== 1 || role !== (side === 'worker' ? 'waybill_worker' : 'waybill_app'))
    why.push(`is for ${policy.roles}`)
  // A missing check falls back to the using; a missing using exists for inserts only.
  for (const condition of [policy.using, policy.check].filter((text) => text !== null)) {
    if (!condition.includes(`SELECT app_side() AS app_side) = '${side}'`)) why.push('does not ask for its side')
    if (
      side === 'partner' &&
      !condition.includes('app_partner() IS NOT NULL') &&
      !condition.includes('SELECT app_partner() AS app_partner) IS NOT NULL')
    )
      why.push('does not ask for a partner')
  }
  return why
}

const keys: Check = async (client) => {
  const uniques = await select<{ table: string; index: string; columns: string[]; primary: boolean }>(
    client,
    `select c.relname as table, x.relname as index, i.indisprimary as primary,
            array(select a.attname from unnest(i.indkey) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k)::text[] as columns
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique`,
  )
  const foreign = await select<{
    table: string
    name: string
    target: string
    pairs: string[]
    bothPartner: boolean
    bothTenant: boolean
  }>(
    client,
    `select c.relname as table, k.conname as name, t.relname as target,
            array(select a.attname || '>' || b.attname from unnest(k.conkey, k.confkey) as u(x, y)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = u.x
                    join pg_attribute b on b.attrelid = t.oid and b.attnum = u.y)::text[] as pairs,
            (select count(*) = 2 from pg_attribute a where a.attrelid in (c.oid, t.oid) and a.attname = 'marketplace_id') or c.oid = t.oid as "bothTenant",
            (select count(*) = 2 from pg_attribute a where a.attrelid in (c.oid, t.oid) and a.attname = 'partner_id') as "bothPartner"
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace`,
  )
  const tenanted = (table: string) => !(table in untenanted)
  return [
    ...uniques
      .filter((key) => tenanted(key.table) && !key.columns.includes('marketplace_id'))
      .filter((key) => !uniqueAcrossTenants.has(`${key.table}.${key.columns.join('+')}`))
      .map(
        (key) =>
          `${key.table}: ${key.primary ? 'its primary key' : `the unique index ${key.index}`} reaches across marketplaces`,
      ),
    ...foreign
      .filter((key) => key.bothTenant && tenanted(key.table) && tenanted(key.target))
      .filter((key) => !key.pairs.includes('marketplace_id>marketplace_id'))
      .map((key) => `${key.table}: ${key.name} may point into another marketplace's ${key.target}`),
    ...foreign
      // A membership is pointed at as an author: staff, who have no partner, write on a partner's ticket.
      // What hangs on one person hangs on her company.
      .filter((key) => key.bothPartner && key.target !== 'membership')
      .filter(({ pairs }) => !pairs.includes('partner_id>partner_id') && !pairs.includes('membership_id>membership_id'))
      .map((key) => `${key.table}: ${key.name} may point at another partner's ${key.target}`),
  ]
}

const grants: Check = async (client) => {
  const rows = await select<{ table: string; role: string; privilege: string }>(
    client,
    `select c.relname as table, coalesce(r.rolname, 'PUBLIC') as role, a.privilege_type as privilege
       from pg_class c cross join lateral aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
      where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
      union all
     select c.relname || '.' || t.attname, coalesce(r.rolname, 'PUBLIC'), a.privilege_type
       from pg_attribute t join pg_class c on c.oid = t.attrelid cross join lateral aclexplode(t.attacl) a
       left join pg_roles r on r.oid = a.grantee
      where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner`,
  )
  const harmless = ['SELECT', 'INSERT', 'UPDATE', 'DELETE']
  return rows.flatMap((row) => {
    const what = `${row.table}: ${row.privilege} is granted to ${row.role}`
    if (!roles.includes(row.role)) return [what]
    if (row.table.includes('.')) return [`${what}, by the column`]
    if (!harmless.includes(row.privilege)) return [what]
    const readByFinder = row.privilege === 'SELECT' && finderReads.includes(row.table)
    return row.role === 'waybill_finder' && !readByFinder ? [what] : []
  })
}

const logins: Check = async (client) => {
  const rows = await select<{ name: string; faults: string[] }>(
    client,
    `select r.rolname as name, array_remove(array[
        case when r.rolsuper then 'is a superuser' end,
        case when r.rolbypassrls then 'bypasses row security' end,
        case when r.rolcreaterole then 'may create roles' end,
        case when r.rolcreatedb then 'may create databases' end,
        case when r.rolreplication then 'may replicate' end,
        case when r.rolname = 'waybill_finder' and r.rolcanlogin then 'may log in' end,
        case when exists (select from pg_auth_members m where m.member = r.oid) then 'is a member of another role' end,
        case when has_schema_privilege(r.oid, 'public', 'create') then 'may create in the schema' end,
        case when exists (select from pg_class c where c.relowner = r.oid) then 'owns a table' end,
        case when r.rolname <> 'waybill_finder' and exists (select from pg_proc p where p.proowner = r.oid) then 'owns a function' end,
        case when exists (select from pg_namespace n where n.nspowner = r.oid) then 'owns a schema' end
      ], null)::text[] as faults
       from pg_roles r where r.rolname = any ($1)`,
    [roles],
  )
  const missing = roles.filter((role) => !rows.some((row) => row.name === role))
  return [
    ...missing.map((role) => `the role ${role} does not exist`),
    ...rows.flatMap((row) => row.faults.map((fault) => `the role ${row.name} ${fault}`)),
  ]
}

const functions: Check = async (client) => {
  const rows = await select<{
    name: string
    owner: string
    config: string[] | null
    returns: string
    may: string[]
    setting: boolean
  }>(
    client,
    `select p.proname as name, r.rolname as owner, p.proconfig as config, pg_get_function_result(p.oid) as returns,
            array(select coalesce(g.rolname, 'PUBLIC') from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
                    left join pg_roles g on g.oid = a.grantee
                   where a.privilege_type = 'EXECUTE' and a.grantee <> p.proowner)::text[] as may
       from pg_proc p join pg_roles r on r.oid = p.proowner
      where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)`,
  )
  const missing = Object.keys(definers).filter((name) => !rows.some((row) => row.name === name))
  return [
    ...missing.map((name) => `the door ${name} does not exist or is no definer function`),
    ...rows.flatMap((row) => {
      const known = definers[row.name]
      if (!known) return [`${row.name}: a definer function that is none of the doors`]
      return [
        ...(row.owner === 'waybill_finder' ? [] : [`${row.name}: owned by ${row.owner}`]),
        ...(row.config?.includes('search_path=public, pg_temp') ? [] : [`${row.name}: its search_path is not pinned`]),
        ...(row.returns === known.returns
          ? []
          : [`${row.name}: returns more than ids, kinds and times: ${row.returns}`]),
        ...(row.may.join() === known.may ? [] : [`${row.name}: may be called by ${row.may.join(', ')}`]),
      ]
    }),
    ...(rows.length > new Set(rows.map((row) => row.name)).size ? ['a door has a second form'] : []),
  ]
}

/** Views run as their owner, rules rewrite, inheritance and materialised copies pass row security by. */
const sideDoors: Check = async (client) => {
  const rows = await select<{ what: string }>(
    client,
    `select 'the view ' || c.relname || ' reads as its owner' as what from pg_class c
      where c.relnamespace = 'public'::regnamespace
        and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false)))
     union all
     select 'the rule ' || rulename || ' on ' || tablename from pg_rules where schemaname = 'public'
     union all
     select c.relname || ' inherits' from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     union all
     select 'the schema ' || nspname from pg_namespace
      where nspname not in ('public', 'pg_catalog', 'information_schema', 'pg_toast') and nspname !~ '^pg_(toast_)?temp_'
     union all
     select 'PUBLIC may create in the schema' where has_schema_privilege('public', 'public', 'create')
     union all
     select 'new tables are opened to ' || coalesce(nullif(a.grantee, 0)::regrole::text, 'PUBLIC')
       from pg_default_acl d cross join lateral aclexplode(d.defaclacl) a where d.defaclobjtype = 'r' and a.grantee <> d.defaclrole`,
  )
  return rows.map((row) => row.what)
}

async function select<Row extends pg.QueryResultRow>(
  client: pg.Client,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await client.query<Row>(text, values)).rows
}
