import { beforeAll, describe, expect, test } from 'vitest'
import {
  addNote,
  answerTicket,
  cancelTicket,
  listTickets,
  markRead,
  type QueueSort,
  type QueueView,
  queue,
  replyToTicket,
  takeTicket,
} from '@/lib/tickets'
import { opened, replyForm, uploaded } from '@/tests/builders/tickets'
import { buildMarketplace, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
const HOUR = 3_600_000
/** A Tuesday at 10:00 in Rome. */
const TUESDAY = Date.parse('2027-03-02T09:00:00Z')

let nova: MarketplaceWorld
let orbit: MarketplaceWorld

beforeAll(async () => {
  nova = await buildMarketplace(database.owner, {
    slug: 'nova',
    name: 'Nova Market',
    prefix: 'NV',
    timeZone: 'Europe/Rome',
  })
  orbit = await buildMarketplace(database.owner, {
    slug: 'orbit',
    name: 'Orbit',
    prefix: 'OB',
    timeZone: 'Europe/Rome',
  })
})

const at = (time: number) => database.shiftClock(time - Date.now())
const look = (world: MarketplaceWorld, view: QueueView, more: Partial<Parameters<typeof queue>[1]> = {}) =>
  queue(world.agent, { view, locale: 'en', ...more })
const idsOf = (page: Awaited<ReturnType<typeof queue>>) => page.rows.map(({ id }) => id)

/** The requests of a world are set as a test needs them; the keys of the order are what the owner writes. */
async function row(ticketId: string, data: Record<string, unknown>) {
  await database.owner.ticket.updateMany({ where: { id: ticketId }, data })
}

describe('the desk’s queue', () => {
  test('002-09: by due: general faults first, then due soonest, then without a promise oldest first, then not ours', async () => {
    const [casa, severny] = nova.partners
    const ticket = async (subject: string) => (await opened(casa.owner, nova.topicId, { subject })).ticketId
    await at(TUESDAY)
    const late = await ticket('Due late')
    const soon = await ticket('Due soon')
    const unpromisedOld = await ticket('No promise, the older')
    const unpromisedNew = await ticket('No promise, the newer')
    const general = await ticket('Everybody has this')
    const theirs = await ticket('Waits for the partner')
    const other = (await opened(severny.owner, nova.topicId, { subject: 'Everybody has this' })).ticketId
    await row(late, { dueAt: new Date(TUESDAY + 9 * HOUR) })
    await row(soon, { dueAt: new Date(TUESDAY + HOUR) })
    await row(unpromisedOld, { dueAt: null })
    await row(unpromisedNew, { dueAt: null })
    await row(general, { dueAt: new Date(TUESDAY + 20 * HOUR), generalSince: new Date(TUESDAY) })
    await row(other, { dueAt: null, generalSince: new Date(TUESDAY) })
    await row(theirs, { state: 'awaiting_partner', dueAt: null, generalSince: new Date(TUESDAY) })

    const waiting = await look(nova, 'waiting')
    expect(idsOf(waiting)).toEqual([general, other, soon, late, unpromisedOld, unpromisedNew])
    expect(waiting.sort).toBe('due')
    expect(waiting.rows[0]?.general).toEqual({ partners: 2 })
    expect(waiting.rows[2]?.general).toBeNull()
    // Where it is the partner's turn nothing hurries us, general or not.
    expect(idsOf(await look(nova, 'unassigned'))).toEqual([...idsOf(waiting), theirs])
    expect(idsOf(await look(nova, 'team'))).toEqual([...idsOf(waiting), theirs])
    expect(idsOf(await look(nova, 'all')).at(0)).toBe(other)
  })

  test('by newest change, and `all` goes by nothing else', async () => {
    const [casa] = nova.partners
    await at(TUESDAY + 2 * HOUR)
    const rows = (await look(nova, 'waiting')).rows
    const oldest = rows.at(-1)
    if (!oldest) throw new Error('there are rows')
    await replyToTicket(casa.owner, replyForm(oldest.id))
    const changed = await look(nova, 'waiting', { sort: 'change' })
    expect(changed.rows[0]?.id).toBe(oldest.id)
    const all = await look(nova, 'all', { sort: 'due' })
    expect(all.sort).toBe('change')
    const times = all.rows.map(({ updatedAt }) => updatedAt.getTime())
    expect(times).toEqual([...times].sort((a, b) => b - a))
  })

  test('views: mine, the reader’s teams, unassigned, urgent by claim or priority', async () => {
    const [casa] = nova.partners
    const mine = await opened(casa.member, nova.topicId, { subject: 'Mine' })
    await takeTicket(nova.agent, { ticketId: mine.ticketId })
    const claimed = await opened(casa.owner, nova.urgentTopicId, { claim: { condition: 'integration_down' } })
    const set = await opened(casa.owner, nova.topicId, { subject: 'Set to urgent by an agent' })
    await row(set.ticketId, { priority: 'urgent' })
    expect(idsOf(await look(nova, 'mine'))).toEqual([mine.ticketId])
    expect(idsOf(await look(nova, 'urgent')).sort()).toEqual([claimed.ticketId, set.ticketId].sort())
    expect(idsOf(await look(nova, 'unassigned'))).not.toContain(mine.ticketId)
    expect(idsOf(await look(nova, 'team'))).toContain(mine.ticketId)
    const lead = await queue(nova.lead, { view: 'team', locale: 'en' }) // of no team
    expect(lead.rows).toEqual([])
    expect(lead.counts.team).toBe(0)
    await cancelTicket(casa.owner, { ticketId: set.ticketId })
    expect(idsOf(await look(nova, 'urgent'))).toEqual([claimed.ticketId])
    expect(idsOf(await look(nova, 'all'))).toContain(set.ticketId)
  })

  test('a row shows partner, topic, assignee, priority, files, claim, what is late and what is unread', async () => {
    const [casa] = nova.partners
    const file = await uploaded(casa.owner)
    const made = await opened(casa.owner, nova.topicId, { subject: 'With a picture', attachmentIds: [file] })
    await takeTicket(nova.agent, { ticketId: made.ticketId })
    await row(made.ticketId, { priority: 'high', dueAt: new Date(TUESDAY) })
    const find = async () => (await look(nova, 'mine')).rows.find(({ id }) => id === made.ticketId)
    expect(await find()).toMatchObject({
      number: made.number,
      partner: { id: casa.partnerId, name: 'Casa Lumen' },
      topic: { name: 'Feed import', categoryName: 'Technical support' },
      assignee: { name: 'Ada Agent', mine: true },
      priority: 'high',
      hasFiles: true,
      overdue: true,
      unread: true,
      claim: null,
    })
    await markRead(nova.agent, { ticketId: made.ticketId })
    expect((await find())?.unread).toBe(false)
    expect(
      (await queue(nova.lead, { view: 'all', locale: 'en' })).rows.find(({ id }) => id === made.ticketId)?.unread,
    ).toBe(true)
    await at(TUESDAY + 3 * HOUR)
    await replyToTicket(casa.owner, replyForm(made.ticketId))
    expect((await find())?.unread).toBe(true)
  })
})

describe('pages of the queue', () => {
  test.for<[QueueView, QueueSort]>([
    ['waiting', 'due'],
    ['waiting', 'change'],
    ['unassigned', 'due'],
    ['all', 'change'],
  ])('%s by %s: complete and without repeats, though others change meanwhile', async ([view, sort]) => {
    const world = await fullMarketplace(`${view}-${sort}`.toLowerCase(), 130)
    const seen: string[] = []
    let cursor: string | undefined
    const pages: number[] = []
    do {
      const page = await queue(world.agent, { view, sort, locale: 'en', ...(cursor ? { cursor } : {}) })
      seen.push(...idsOf(page))
      pages.push(page.rows.length)
      // Somebody answers one that has been shown, and another arrives: neither moves what is still to come.
      const shown = page.rows.find(({ state }) => state !== 'completed')
      if (shown) await answerTicket(world.agent, { ticketId: shown.id, version: 1, body: 'Yes', attachmentIds: [] })
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(pages).toEqual([50, 50, 30])
    expect(new Set(seen).size).toBe(130)
  })

  test('counts stop at the most that is counted, however many there are', async () => {
    const world = await fullMarketplace('many', 110)
    const page = await queue(world.agent, { view: 'waiting', locale: 'en' })
    expect(page.counts).toEqual({ waiting: 100, mine: 0, team: 100, unassigned: 100, urgent: 0, all: 100 })
  })

  test('a cursor that is not ours, or of the other order, starts at the beginning', async () => {
    const first = await look(orbit, 'waiting')
    for (const cursor of ['x', "'; drop table ticket", 'c.1.0', 'd.1.none.x']) {
      expect(idsOf(await look(orbit, 'waiting', { cursor }))).toEqual(idsOf(first))
    }
  })
})

describe('the search of the desk', () => {
  test('finds by subject, message and note, in any form of the word; a number leads straight to its request', async () => {
    const [casa] = nova.partners
    const made = await opened(casa.owner, nova.topicId, {
      subject: 'Parcel labels',
      body: 'The printer eats zebrafish stickers.',
    })
    await addNote(nova.agent, { ticketId: made.ticketId, body: 'Known since the quagga incident.', attachmentIds: [] })
    for (const search of ['zebrafish', 'PARCEL label', 'quagga', 'zebra']) {
      const page = await look(nova, 'mine', { search })
      expect(idsOf(page)).toContain(made.ticketId)
      expect(page.search).toBe(search)
      expect(page.exact).toBeNull()
    }
    expect(idsOf(await look(nova, 'all', { search: 'nowhere-written-word' }))).toEqual([])
    expect((await look(nova, 'all', { search: ` ${made.number.toLowerCase()} ` })).exact).toBe(made.number)
    expect((await look(nova, 'all', { search: 'NV-999999' })).exact).toBeNull()
    expect((await queue(orbit.agent, { view: 'all', search: 'zebrafish', locale: 'en' })).rows).toEqual([])
    expect((await queue(orbit.agent, { view: 'all', search: made.number, locale: 'en' })).exact).toBeNull()
  })

  test('what is in a note is never found by a partner, and moves nothing in what she sees', async () => {
    const [casa] = nova.partners
    const made = await opened(casa.owner, nova.topicId, { subject: 'Quiet one' })
    const before = await listTickets(casa.owner, { tab: 'with_us', locale: 'en' })
    await addNote(nova.agent, { ticketId: made.ticketId, body: 'Ocelot, for us alone.', attachmentIds: [] })
    expect(idsOf(await look(nova, 'all', { search: 'ocelot' }))).toEqual([made.ticketId])
    const rows = await database.owner.ticketSearch.findMany({
      where: { ticketId: made.ticketId },
      select: { audience: true },
    })
    expect(rows.map(({ audience }) => audience).sort()).toEqual(['partner', 'staff'])
    const after = await listTickets(casa.owner, { tab: 'with_us', locale: 'en' })
    expect(after.rows.map(({ id }) => id).sort()).toEqual(before.rows.map(({ id }) => id).sort())
  })
})

/** A marketplace with so many requests that all wait for us, some due, some not. */
async function fullMarketplace(slug: string, count: number): Promise<MarketplaceWorld> {
  const prefix = `Q${String.fromCharCode(65 + made, 65 + made)}`
  made += 1
  const world = await buildMarketplace(database.owner, { slug, name: slug, prefix, timeZone: 'Europe/Rome' })
  const [casa] = world.partners
  const one = await opened(casa.owner, world.topicId)
  const ticket = await database.owner.ticket.findFirstOrThrow({ where: { id: one.ticketId } })
  const { fields: _fields, preflight: _preflight, ...plain } = ticket
  await database.owner.ticket.createMany({
    data: Array.from({ length: count - 1 }, (_, place) => ({
      ...plain,
      id: `0190${plain.marketplaceId.slice(4, 8)}-0000-7000-8000-${String(place).padStart(12, '0')}`,
      number: plain.number + place + 1,
      // Equal times in plenty: pages must cut between them all the same.
      dueAt: place % 3 === 0 ? null : new Date(TUESDAY + (place % 7) * HOUR),
      generalSince: place % 11 === 0 ? new Date(TUESDAY) : null,
      updatedAt: new Date(TUESDAY + (place % 5) * HOUR),
      version: 1,
    })),
  })
  return world
}
let made = 0
