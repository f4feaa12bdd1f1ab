import { beforeAll, describe, expect, test } from 'vitest'
import { fillWorld } from '@/tests/builders/fill'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { guarded } from './access'
import { catalogueFaults } from './catalogue'
import { changed, useOwner } from './owner'
import { allRows, prepareProbe, probeSees, probeTable } from './probe'

// Is each policy needed, and would anybody notice? Every one is dropped and loosened in turn, inside a transaction that
// is taken back; the probe has to see it.

const database = useDatabase()
const owner = useOwner(database)
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await fillWorld(database.owner, world)
  await prepareProbe(owner.client)
})

type Policy = { name: string; cmd: string; using: string | null; check: string | null }
/** `policy`: the one that was changed, or that the verb belongs to. */
/** What holds a changed row besides its policy's check, taken away where the check is what is tried. */
const heldTwice: Readonly<Record<string, string>> = {
  escalation: 'drop trigger escalation_as_opened on escalation;',
}

type Mutant = { name: string; change: string; policy: string }

async function policiesOf(table: string): Promise<Policy[]> {
  const { rows } = await owner.client.query<Policy>(
    `select policyname as name, cmd, qual as using, with_check as check from pg_policies
      where schemaname = 'public' and tablename = $1 order by 1`,
    [table],
  )
  return rows
}

function mutantsOf(table: string, { name, cmd, using, check }: Policy): Mutant[] {
  const using_ = using === null ? '' : 'using (true)'
  const check_ = check === null ? '' : 'with check (true)'
  const alter = `alter policy ${name} on "${table}"`
  const mutants: Mutant[] = [
    { name: `${name} dropped`, policy: name, change: `drop policy ${name} on "${table}"` },
    { name: `${name} lets all through`, policy: name, change: `${alter} ${using_} ${check_}` },
  ]
  // What a changed row must still be. Where the check says no more than which side it is, the using says it already.
  const holdsRows = name === 'tenant' || (name === 'partner_update' && /partner_id =|\(id =/.test(check ?? ''))
  if (holdsRows && cmd !== 'INSERT')
    mutants.push({
      name: `${name} checks nothing`,
      policy: name,
      change: `${heldTwice[table] ?? ''} ${alter} ${check_}`,
    })
  return mutants
}

describe('the probe sees', () => {
  test.each(Object.keys(guarded))(
    '%s: each policy dropped, each loosened, row security off, each grant gone',
    async (table) => {
      const policies = (await policiesOf(table)).filter((policy) => policy.name !== 'finder_select')
      expect(policies.length).toBeGreaterThan(1)
      const rows = await allRows(owner.client, table)
      const verbs = new Set(policies.filter((policy) => policy.name !== 'tenant').map((policy) => policy.name))
      const mutants: Mutant[] = [
        ...policies.flatMap((policy) => mutantsOf(table, policy)),
        { name: 'row security off', policy: '', change: `alter table "${table}" disable row level security` },
        ...[...verbs].map((name) => {
          const [side = '', verb = ''] = name.split('_')
          const role = side === 'worker' ? 'waybill_worker' : 'waybill_app'
          return {
            name: `${verb} taken from ${role}`,
            policy: name,
            change: `revoke ${verb} on "${table}" from ${role}`,
          }
        }),
      ]
      const survivors = []
      for (const { name, change, policy } of mutants) {
        if (!(await changed(owner.client, change, () => probeSees(owner.client, table, world, rows, policy))))
          survivors.push(name)
      }
      expect(survivors).toEqual([])
    },
  )

  test('nothing, when nothing was changed', async () => {
    expect(
      await changed(owner.client, 'select 1', async () =>
        probeTable(owner.client, 'ticket', world, await allRows(owner.client, 'ticket')),
      ),
    ).toEqual([])
  })
})

describe('the doors across tenants need', () => {
  test.each(['claim', 'delivery', 'escalation', 'membership'])("the finder's policy on %s", async (table) => {
    const seen = () =>
      owner.client.query('set local role waybill_finder').then(() => owner.client.query(`select from "${table}"`))
    expect((await changed(owner.client, 'select 1', seen)).rowCount).toBeGreaterThan(0)
    expect((await changed(owner.client, `drop policy finder_select on "${table}"`, seen)).rowCount).toBe(0)
  })
})

describe('the catalogue sees what no role but the owner would', () => {
  test.each(Object.keys(guarded))('%s not forced', async (table) => {
    const change = `alter table "${table}" no force row level security`
    const faults = await changed(owner.client, change, () => catalogueFaults(owner.client))
    expect(faults).toEqual([`${table}: row security is not forced`])
  })
})
