import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, PartnerActor, StaffActor } from '@/lib/authz'
import { topicTree } from '@/lib/catalog'
import { escalationPage, onCallHome, onCallQueue } from '@/lib/escalation'
import { type Locale, locales } from '@/lib/i18n/locales'
import { listMembers } from '@/lib/identity'
import { hashPassword } from '@/lib/identity/password'
import { schedulePage } from '@/lib/oncall'
import { LIST_TABS, listTickets, QUEUE_VIEWS, queue, ticketForPartner, ticketForStaff } from '@/lib/tickets'
import { seedDemo } from '@/prisma/seeds/demo'
import logins from '@/prisma/seeds/demo-logins.json'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let files: string
let people: { email: string; locale: Locale; actors: Actor[] }[]

beforeAll(async () => {
  files = await mkdtemp(path.join(tmpdir(), 'waybill-demo-'))
  await seedDemo(database.owner, { files, hashPassword })
  people = await Promise.all(logins.map(async ({ email }) => readPerson(email)))
})
afterAll(() => rm(files, { recursive: true, force: true }))

const staff = () =>
  people.flatMap(({ email, locale, actors }) =>
    actors.flatMap((actor) => (actor.side === 'staff' ? { email, locale, actor: actor as StaffActor } : [])),
  )
const partners = () =>
  people.flatMap(({ email, locale, actors }) =>
    actors.flatMap((actor) => (actor.side === 'partner' ? { email, locale, actor: actor as PartnerActor } : [])),
  )

describe('each page of the demo is full for those whom the start block names', () => {
  test('a partner owner finds requests under each tab, and each of them opens', async () => {
    for (const { email, locale, actor } of partners().filter((one) => one.actor.role === 'owner')) {
      for (const tab of LIST_TABS) {
        const { rows } = await listTickets(actor, { tab, locale })
        expect(rows.length, `${email}, ${tab}`).toBeGreaterThan(0)
        for (const { number } of rows) expect(await ticketForPartner(actor, number, locale), number).not.toBeNull()
      }
    }
  })

  test('every company of somebody with several memberships has requests', async () => {
    const several = partners().filter(({ email }) => email.startsWith('davide'))
    expect(several.length).toBe(3)
    for (const { actor, locale } of several) {
      const found = await Promise.all(LIST_TABS.map((tab) => listTickets(actor, { tab, locale })))
      expect(found.flatMap(({ rows }) => rows).length).toBeGreaterThan(0)
    }
  })

  test('the desk: each view of an agent has rows, each request opens with its thread', async () => {
    for (const { email, locale, actor } of staff().filter((one) => one.actor.role === 'agent')) {
      for (const view of QUEUE_VIEWS) {
        const { rows } = await queue(actor, { view, locale })
        expect(rows.length, `${email}, ${view}`).toBeGreaterThan(0)
      }
      const { rows } = await queue(actor, { view: 'all', locale })
      for (const { number } of rows) {
        const ticket = await ticketForStaff(actor, number, locale)
        expect(ticket?.thread.length, number).toBeGreaterThan(0)
      }
    }
  })

  test('on call: one open run with an owner, pages with a timeline and what became of each message', async () => {
    const engineer = staff().find(({ actor }) => actor.role === 'oncall')
    if (!engineer) throw new Error('no on-call engineer among the logins')
    const home = await onCallHome(engineer.actor)
    expect(home.you).toMatchObject({ onNow: true, reachable: true })
    expect((await onCallQueue(engineer.actor)).items.map(({ state }) => state)).toEqual(['ACKED'])
    const runs = await database.owner.escalation.findMany({ where: { marketplaceId: engineer.actor.marketplaceId } })
    for (const { id, lastSeq } of runs) {
      const page = await escalationPage(engineer.actor, id)
      expect(page?.timeline.length).toBeGreaterThanOrEqual(lastSeq)
      expect(page?.timeline.some(({ deliveries }) => deliveries.length > 0)).toBe(true)
    }
  })

  test('schedule without gaps and without people whom nothing reaches; members of every kind', async () => {
    for (const { actor } of staff()) {
      const page = await schedulePage(actor, {})
      expect(page?.unreachable).toEqual([])
      expect(page?.shifts.filter(({ primary }) => primary === null)).toEqual([])
    }
    const admin = staff().find(({ actor }) => actor.role === 'admin')
    const listed = admin && (await listMembers(admin.actor, { partnerId: null }))
    const statuses = new Set(listed?.ok ? listed.value.map(({ status }) => status) : [])
    expect(statuses).toEqual(new Set(['active', 'invited', 'disabled']))
  })

  test.each(locales)('the catalogue in %s', async (locale) => {
    const [anybody] = people.flatMap(({ actors }) => actors)
    const branches = anybody ? await topicTree(anybody, locale) : []
    expect(branches.length).toBeGreaterThan(9)
    expect(branches.flatMap(({ topics }) => topics).filter(({ urgent }) => urgent).length).toBe(1)
  })
})

async function readPerson(email: string): Promise<(typeof people)[number]> {
  const user = await database.owner.user.findUniqueOrThrow({ where: { email }, include: { memberships: true } })
  const actors = user.memberships.map(({ marketplaceId, id: membershipId, userId, role, partnerId }) => {
    const side = partnerId === null ? 'staff' : 'partner'
    return { side, marketplaceId, membershipId, userId, role, partnerId } as Actor
  })
  return { email, locale: user.locale as Locale, actors }
}
