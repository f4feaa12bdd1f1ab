import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { machineNow } from '@/lib/foundation/clock'
import { hashPassword } from '@/lib/identity'
import { fillWorld } from '@/tests/builders/fill'
import { buildWorld, type MarketplaceWorld, type PartnerWorld, type World } from '@/tests/builders/world'
import { type TestDatabase, useDatabase } from '@/tests/setup/database'
import { type Stack, startStack } from '@/tests/setup/stack'
import type { Row } from './access'
import { type MailTarget, newCompany, tables, targetOf, withMail } from './cast'
import { useOwner } from './owner'
import { allRows } from './probe'
import { password } from './who-may'

/** What a build is knocked on with: a full world, the running web, and whose things are tried. */
export type Ground = {
  database: TestDatabase
  world: World
  stack: Stack
  /** Every row that was there before anything was tried. */
  rows: ReadonlyMap<string, readonly Row[]>
  own: MailTarget
  company: MailTarget
  marketplace: MailTarget
  /**
   * A company of its own at the first marketplace, with what is named; its claim made on a Sunday, or while the team is
   * at work.
   */
  newCompany(named: string, when?: 'Sunday' | 'at work'): ReturnType<typeof newCompany>
}

/** On a Sunday nobody assesses: only who is on call is told, and nobody's rights hang on the hour of the run. */
const instants = { Sunday: '2026-11-22T12:00:00Z', 'at work': '2026-11-23T10:00:00Z' }

/** One world and one running web for all tests of a file. */
export function useGround(): Ground {
  const database = useDatabase()
  const owner = useOwner(database)
  const ground = { database } as Ground
  const shift = (when: keyof typeof instants) =>
    database.shiftClock(new Date(instants[when]).getTime() - machineNow().getTime())
  beforeAll(async () => {
    const world = await buildWorld(database.owner)
    await fillWorld(database.owner, world)
    await shift('Sunday')
    const hash = await hashPassword(password)
    await database.owner.user.updateMany({ data: { passwordHash: hash } })
    const made = async (place: MarketplaceWorld, whose: PartnerWorld) =>
      withMail(database, place, await targetOf(database, place, whose), hash)
    const { nova, orbit } = world
    const things = {
      own: await made(nova, nova.partners[0]),
      company: await made(nova, nova.partners[1]),
      marketplace: await made(orbit, orbit.partners[0]),
    }
    const rows = new Map<string, Row[]>()
    for (const table of tables) rows.set(table, await allRows(owner.client, table))
    const stack = await startStack(database.urls, 'smtp://127.0.0.1:9')
    keepFiles(stack.env.WAYBILL_FILES ?? '', rows.get('attachment') ?? [])
    Object.assign(ground, { world, rows, stack, ...things })
    ground.newCompany = async (named, when = 'Sunday') => {
      await shift(when)
      return newCompany(database, nova, hash, named)
    }
  })
  afterAll(() => ground.stack?.stop())
  return ground
}

/** The bytes of every stored file, which the rows promise to be three long. */
function keepFiles(folder: string, files: readonly Row[]) {
  for (const { storage_key: key } of files) {
    const file = path.join(folder, String(key))
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, 'abc')
  }
}
