import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/authz'
import { machineNow } from '@/lib/foundation/clock'
import { fillWorld } from '@/tests/builders/fill'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { type Stack, startStack } from '@/tests/setup/stack'
import type { Row } from './access'
import { type BuiltAction, builtActions } from './built'
import { leaksIn, peopleOf, type Target, tables, targetOf } from './cast'
import { type Answer, act, cookieOf, filled, hidden, knockOn, stateIn } from './knock'
import { useOwner } from './owner'
import { allRows } from './probe'
import { actions, anybody, routes } from './who-may'

// Every page, route and action of the build, over HTTP against the real server: as each role, on one's own, another
// company's and another marketplace's, and signed out.

const database = useDatabase()
const owner = useOwner(database)
const rows = new Map<string, Row[]>()
const cookies = new Map<Actor, string>()
let world: World
let stack: Stack
let people: Actor[]
let own: Target
let company: Target
let marketplace: Target

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await fillWorld(database.owner, world)
  await database.shiftClock(new Date('2026-11-22T12:00:00Z').getTime() - machineNow().getTime())
  const { nova, orbit } = world
  const [casa, sever] = nova.partners
  people = peopleOf(nova, casa)
  for (const person of people) cookies.set(person, await cookieOf(database, person))
  own = await targetOf(database, nova, casa)
  company = await targetOf(database, nova, sever)
  marketplace = await targetOf(database, orbit, orbit.partners[0])
  for (const table of tables) rows.set(table, await allRows(owner.client, table))
  stack = await startStack(database.urls, 'smtp://127.0.0.1:9')
  keepFiles(stack.env.WAYBILL_FILES ?? '')
})

/** The bytes of every stored file, which the rows promise to be three long. */
function keepFiles(folder: string) {
  for (const { storage_key: key } of rows.get('attachment') ?? []) {
    const file = path.join(folder, String(key))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'abc')
  }
}

afterAll(() => stack?.stop())

type Knock = (actor: Actor, cookie: string, target: Target) => Promise<Answer>

/** Which roles a door let through, in the notation of who-may.ts, and what it gave away. */
async function tryAll(knock: Knock, target: Target): Promise<{ row: string; faults: string[] }> {
  let row = ''
  const faults: string[] = []
  for (const actor of people) {
    const answer = await knock(actor, cookies.get(actor) ?? '', target)
    row += `${row.length === 4 ? ' ' : ''}${answer.verdict.length === 1 ? answer.verdict : '!'}`
    if (answer.verdict.length > 1)
      faults.push(`${actor.role}: ${answer.verdict} (${answer.status}) ${answer.text.slice(0, 300)}`)
    faults.push(...leaksIn(answer.text, actor, rows).map((what) => `shows ${actor.role} ${what}`))
  }
  return { row, faults }
}

const everybodyThrough = { row: 'yyyy yyy', faults: [] }

describe('the door', () => {
  test.each(Object.entries(routes))('%s', async (name, { who, at, body }) => {
    const [method = '', url = ''] = name.split(' ')
    const path = at ?? url.replace('[marketplace]', '{slug}')
    const knock: Knock = (_actor, cookie, target) => knockOn(stack.address, method, filled(path, target), cookie, body)
    const [first] = people
    if (!first) throw new Error('nobody tries')
    const signedOut = await knock(first, '', own)
    if (who === anybody) {
      expect(signedOut.verdict).toBe('y')
      expect(await tryAll(knock, own)).toEqual(everybodyThrough)
      return
    }
    expect(signedOut.verdict).toBe('signed out')
    expect(await tryAll(knock, own)).toEqual({ row: who, faults: [] })
    const others = path.replaceAll('{slug}', '').includes('{')
    if (others)
      expect(await tryAll(knock, company), "another company's").toEqual({ row: `${who.slice(0, 4)} ---`, faults: [] })
    if (path.includes('{slug}'))
      expect(await tryAll(knock, marketplace), "another marketplace's").toEqual({ row: '---- ---', faults: [] })
  })
})

describe('the action', () => {
  const built = new Map<string, BuiltAction>()
  beforeAll(() => {
    for (const action of builtActions()) built.set(action.name, action)
  })

  const list = Object.entries(actions)
  test.each(list)('%s', async (name, { who, form }) => {
    const action = built.get(name)
    const page = action?.pages[0]
    if (!action || !page) throw new Error('it is not in the build')
    const url = page
      .replace(/\/page$/, '')
      .replace(/\/\([^/]+\)/g, '')
      .replace('[marketplace]', '{slug}')
      .replace('[number]', '{number}')
      .replace('[id]', '{escalationId}')
    const others = Object.values(form).some((value) => value.includes('{'))
    // The page it is posted to is one's own; what the form says is what is tried.
    const knock: Knock = (actor, cookie, target) => {
      const fields = Object.fromEntries(Object.entries(form).map(([field, value]) => [field, filled(value, target)]))
      return act(stack.address, action, filled(url, own), cookie, { ...hidden(actor, target), ...fields })
    }
    const [first] = people
    if (!first) throw new Error('nobody tries')
    if (who === anybody) {
      expect((await knock(first, '', own)).verdict).toBe('y')
      return
    }
    expect((await knock(first, '', own)).verdict).toBe('signed out')
    expect(await tryAll(knock, own)).toEqual({ row: who, faults: [] })
    if (others)
      expect(await tryAll(knock, company), "another company's").toEqual({ row: `${who.slice(0, 4)} ---`, faults: [] })
    expect(await tryAll(knock, marketplace), "another marketplace's").toEqual({ row: '---- ---', faults: [] })
  })

  test('answers are read out of the stream', () => {
    const stream = '0:{"a":"$@1"}\n1:{"status":"refused","why":"not_found","message":"..."}\n'
    expect(stateIn(stream)).toEqual({ status: 'refused', why: 'not_found' })
    expect(stateIn('1:{"status":"ok","value":null}')).toEqual({ status: 'ok', why: undefined })
    expect(stateIn('nothing')).toEqual({ status: undefined, why: undefined })
  })
})
