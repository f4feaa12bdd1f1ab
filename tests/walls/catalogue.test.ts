import { describe, expect, test } from 'vitest'
import { useDatabase } from '@/tests/setup/database'
import { guarded, untenanted } from './access'
import { catalogueFaults } from './catalogue'
import { changed, useOwner } from './owner'

const database = useDatabase()
const owner = useOwner(database)

const good = `
  create table stray (marketplace_id uuid not null references marketplace, id uuid, primary key (marketplace_id, id));
  call guard('stray', staff => 'select');`

describe('the catalogue', () => {
  test('every table is guarded, every key carries its tenant, no role can step around', async () => {
    expect(await catalogueFaults(owner.client)).toEqual([])
  })

  test('tests/walls/access.ts knows every table', async () => {
    const { rows } = await owner.client.query("select tablename from pg_tables where schemaname = 'public'")
    const known = [...Object.keys(guarded), ...Object.keys(untenanted)].sort()
    expect(rows.map((row) => row.tablename).sort()).toEqual(known)
  })

  test('a table made as the guard makes them is not reported', async () => {
    expect(await changed(owner.client, good, () => catalogueFaults(owner.client))).toEqual([])
  })

  test.each([
    ['a table without a marketplace', 'create table stray (id uuid primary key)', 'stray: has no marketplace_id'],
    [
      'a marketplace that may be null',
      `${good} alter table stray drop constraint stray_pkey; alter table stray alter marketplace_id drop not null`,
      'stray: has no marketplace_id',
    ],
    [
      'a table without row security',
      `${good} alter table stray disable row level security`,
      'stray: row security is off',
    ],
    [
      'row security that spares the owner',
      `${good} alter table stray no force row level security`,
      'stray: row security is not forced',
    ],
    ['no tenant policy', `${good} drop policy tenant on stray`, 'stray: no restrictive policy "tenant"'],
    [
      'a tenant policy that only permits',
      `${good} drop policy tenant on stray; create policy tenant on stray to waybill_app, waybill_worker using (marketplace_id = (select app_marketplace()))`,
      'stray.tenant: is not the tenant policy',
    ],
    [
      'a tenant policy for one role',
      `${good} alter policy tenant on stray to waybill_app`,
      'stray.tenant: is not the tenant policy',
    ],
    [
      'a tenant policy that checks nothing',
      `${good} alter policy tenant on stray with check (true)`,
      'stray.tenant: is not the tenant policy',
    ],
    [
      'a policy that lets all through',
      `${good} create policy all_of_it on stray using (true)`,
      'stray.all_of_it: is for PUBLIC',
    ],
    [
      'a side policy that asks for no side',
      `${good} alter policy staff_select on stray using (true)`,
      'stray.staff_select: does not ask for its side',
    ],
    [
      'a partner policy that asks for no partner',
      `${good} call open_verb('stray', 'partner', 'waybill_app', 'select', $q$ (select app_side()) = 'partner' $q$)`,
      'stray.partner_select: does not ask for a partner',
    ],
    [
      'a staff policy for the worker',
      `${good} alter policy staff_select on stray to waybill_worker`,
      'stray.staff_select: is for waybill_worker',
    ],
    [
      'the finder in another table',
      `${good} create policy finder_select on stray for select to waybill_finder using (true)`,
      'stray.finder_select: opens another table',
    ],
    [
      'a key without the marketplace',
      `${good} alter table stray drop constraint stray_pkey; alter table stray add primary key (id)`,
      'stray: its primary key reaches',
    ],
    [
      'a unique index without it',
      `${good} create unique index stray_id on stray (id)`,
      'stray: the unique index stray_id reaches',
    ],
    [
      'a foreign key without it',
      `${good} create unique index on team (id); alter table stray add team_id uuid references team (id)`,
      'stray: stray_team_id_fkey may point into another',
    ],
    [
      'a foreign key without the partner',
      `${good} alter table stray add partner_id uuid, add ticket_id uuid, add foreign key (marketplace_id, ticket_id) references ticket (marketplace_id, id)`,
      "may point at another partner's ticket",
    ],
    ['truncate', `${good} grant truncate on stray to waybill_app`, 'stray: TRUNCATE is granted to waybill_app'],
    ['references', 'grant references on ticket to waybill_app', 'ticket: REFERENCES is granted to waybill_app'],
    ['triggers', 'grant trigger on ticket to waybill_worker', 'ticket: TRIGGER is granted to waybill_worker'],
    ['a grant to everybody', 'grant select on ticket to public', 'ticket: SELECT is granted to PUBLIC'],
    ['a grant of one column', 'grant select (email) on "user" to waybill_finder', 'user.email: SELECT is granted'],
    ['the finder writes', 'grant update on claim to waybill_finder', 'claim: UPDATE is granted to waybill_finder'],
    [
      'an app role above row security',
      'alter role waybill_app bypassrls',
      'the role waybill_app bypasses row security',
    ],
    ['a superuser', 'alter role waybill_worker superuser', 'the role waybill_worker is a superuser'],
    ['a finder that logs in', 'alter role waybill_finder login', 'the role waybill_finder may log in'],
    [
      'an app role within the finder',
      'grant waybill_finder to waybill_app',
      'the role waybill_app is a member of another role',
    ],
    ['an app role that owns', 'alter table ticket owner to waybill_app', 'the role waybill_app owns a table'],
    [
      'an app role that creates',
      'grant create on schema public to waybill_app',
      'the role waybill_app may create in the schema',
    ],
    [
      'a fourth door',
      'create function peek() returns setof ticket language sql security definer as $$ select * from ticket $$',
      'peek: a definer function',
    ],
    ['a door of the owner', 'alter function memberships_of(uuid) owner to current_user', 'memberships_of: owned by'],
    [
      'a door that finds its tables by chance',
      'alter function memberships_of(uuid) reset search_path',
      'memberships_of: its search_path',
    ],
    [
      'a door open to everybody',
      'grant execute on function memberships_of to public',
      'memberships_of: may be called by',
    ],
    [
      'a door that is gone',
      'alter function memberships_of(uuid) security invoker',
      'the door memberships_of does not exist',
    ],
    [
      'a door that tells more',
      "drop function memberships_of; create function memberships_of(person uuid) returns table (email text) language sql security definer set search_path = public, pg_temp as $$ select ''::text $$",
      'memberships_of: returns more',
    ],
    ['a view', 'create view all_tickets as select * from ticket', 'the view all_tickets reads as its owner'],
    [
      'a copy',
      'create materialized view all_tickets as select * from ticket',
      'the view all_tickets reads as its owner',
    ],
    ['a child table', `create table stray () inherits (ticket)`, 'stray inherits'],
    ['another schema', 'create schema attic', 'the schema attic'],
    [
      'doors for tables to come',
      'alter default privileges grant select on tables to waybill_app',
      'new tables are opened to waybill_app',
    ],
  ])('%s is reported', async (_what, change, fault) => {
    const faults = await changed(owner.client, change, () => catalogueFaults(owner.client))
    expect(faults.join('\n')).toContain(fault)
  })
})
