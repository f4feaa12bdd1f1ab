import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, rules } from '@/lib/authz'
import { machineNow } from '@/lib/foundation/clock'
import { fillWorld } from '@/tests/builders/fill'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import type { Row } from './access'
import { attempts, type Tried } from './attempts'
import { leaksIn, peopleOf, type Target, tables, targetOf } from './cast'
import { useOwner } from './owner'
import { allRows } from './probe'
import { actedFunctions, useCasesOf } from './use-cases'
import { askNoRule, notAskedYet, noUseCases, useCases } from './who-may'

const database = useDatabase()
const owner = useOwner(database)
let world: World
const rows = new Map<string, Row[]>()

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await fillWorld(database.owner, world)
  // A Sunday: nobody assesses, so only who is on call is told, and nobody's rights hang on the hour of the run.
  await database.shiftClock(new Date('2026-11-22T12:00:00Z').getTime() - machineNow().getTime())
  for (const table of tables) rows.set(table, await allRows(owner.client, table))
  listen()
})

/** The acts that were asked of the gate since the last look. */
let heard = new Set<string>()
const everHeard = new Set<string>()

/** Puts an ear on every rule; what it answers stays. */
function listen() {
  const changeable = rules as Record<string, (...given: unknown[]) => boolean>
  for (const [act, rule] of Object.entries(changeable))
    changeable[act] = (...given) => {
      heard.add(act)
      everHeard.add(act)
      return rule(...given)
    }
}

/** Past the gate, or not: absent, foreign and forbidden are refusals; a door that does not open for this side throws. */
async function through(tried: Tried, actor: Actor, target: Target): Promise<{ through: boolean; answer: unknown }> {
  try {
    const answer = await tried.attempt(actor, target)
    return { through: !isRefusal(answer), answer }
  } catch (error) {
    return { through: false, answer: error }
  }
}

/** Not found, not allowed, or an empty list: what is not one's own is absent. */
function isRefusal(answer: unknown): boolean {
  const outcome = answer as { ok?: boolean; why?: string; value?: unknown } | null
  if (outcome === null) return true
  if (outcome.ok === false) return ['not_found', 'not_allowed'].includes(outcome.why ?? '')
  return Array.isArray(outcome.value) && outcome.value.length === 0
}

/** Who got through, in the notation of who-may.ts, and what the answers gave away. */
async function tryAs(
  name: string,
  people: Actor[],
  target: Target,
): Promise<{ row: string; leaks: string[]; thrown: string[] }> {
  const tried = attempts[name]
  if (!tried) throw new Error(`${name} has no attempt`)
  let row = ''
  const leaks: string[] = []
  const thrown: string[] = []
  for (const actor of people) {
    const seen = await through(tried, actor, target)
    row += `${row.length === 4 ? ' ' : ''}${seen.through ? 'y' : '-'}`
    leaks.push(...leaksIn(seen.answer, actor, rows).map((what) => `${name} shows ${actor.role} ${what}`))
    if (seen.answer instanceof Error) thrown.push(`${actor.role}: ${seen.answer.message}`)
  }
  return { row, leaks, thrown }
}

describe('the list of use cases', () => {
  test('knows every one, and how to try it', () => {
    const listed = [...Object.keys(useCases), ...Object.keys(noUseCases)].map((name) => name.replace(/ \(.*/, ''))
    expect([...new Set(listed)].sort()).toEqual(useCasesOf())
    expect(Object.keys(attempts).sort()).toEqual(Object.keys(useCases).sort())
  })

  test('finds what takes an actor first', () => {
    const text = [
      'export async function a(actor: StaffActor) {}',
      'export const b = (actor: Actor, x: number) => x',
      'export function c(tx: Tx, actor: Actor) {}',
      'function d(actor: Actor) {}',
    ]
    expect(actedFunctions('lib/x/y.ts', text.join('\n'))).toEqual(['a', 'b'])
  })
})

test('an answer that holds what it must not is found out', async () => {
  const [casa, sever] = world.nova.partners
  const [own, other] = [casa, sever].map(({ partnerId }) =>
    rows.get('ticket')?.find((row) => row.partner_id === partnerId),
  )
  expect(leaksIn({ ticket: { id: own?.id } }, casa.owner, rows)).toEqual([])
  expect(leaksIn({ deep: [{ ticketId: other?.id }] }, casa.owner, rows)).toEqual([`ticket ${other?.id}`])
  expect(leaksIn(`<p>${other?.id}</p>`, casa.owner, rows)).toHaveLength(1)
  expect(leaksIn({ id: other?.id }, world.nova.agent, rows)).toEqual([])
  expect(leaksIn({ id: other?.id }, world.orbit.agent, rows)).toHaveLength(1)
  expect(leaksIn(rows.get('ticket_note')?.[0], casa.owner, rows)).not.toEqual([])
})

describe('each use case lets through', () => {
  test.each(Object.entries(useCases))('%s: %s', async (name, expected) => {
    const { nova, orbit } = world
    const [casa, sever] = nova.partners
    const people = peopleOf(nova, casa)
    const staffHalf = expected.slice(0, 4)
    // In its own words it names what it is made on.
    const named = String(attempts[name]?.attempt)
    const target = await targetOf(database, nova, casa, named)
    // Making the things to try it on asks the gate as well.
    heard = new Set()
    const own = await tryAs(name, people, target)
    expect(heard.size > 0, 'asks the gate').toBe(!(name in askNoRule))
    expect(own.row, `on their own; ${own.thrown.join('; ')}`).toBe(expected)
    expect(own.leaks).toEqual([])
    if (attempts[name]?.on !== 'thing') return

    const company = await tryAs(name, people, await targetOf(database, nova, sever, named))
    expect(company.row, "on another company's").toBe(`${staffHalf} ---`)
    const marketplace = await tryAs(name, people, await targetOf(database, orbit, orbit.partners[0], named))
    expect(marketplace.row, "on another marketplace's").toBe('---- ---')
    expect([...company.leaks, ...marketplace.leaks]).toEqual([])
  })
})

describe('the gate', () => {
  test('is asked for every act by some use case', () => {
    const unheard = Object.keys(rules).filter((act) => !everHeard.has(act))
    expect(unheard.sort()).toEqual([...notAskedYet].sort())
  })
})
