import { beforeEach, describe, expect, test } from 'vitest'
import type { PartnerActor } from '@/lib/authz'
import { after, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { answerTicket, closeTicket, considerBreadth, setPriority, setTopic, ticketForPartner } from '@/lib/tickets'
import { opened } from '@/tests/builders/tickets'
import { AT_WORK, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import { buildPartner, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let companies: PartnerActor[]
let otherTopicId = ''

const minutes = (count: number) => database.shiftClock(offsetTo(after(AT_WORK, count * MINUTE)))
const ticket = (id: string) => database.owner.ticket.findFirstOrThrow({ where: { id } })
const consider = (id: string) => considerBreadth(nova.marketplaceId, id)
const lines = (ticketId: string) => database.owner.ticketEvent.findMany({ where: { ticketId, kind: 'general_fault' } })

async function report(company: number, at: number, topicId = nova.topicId): Promise<string> {
  await minutes(at)
  return (await opened(companies[company] as PartnerActor, topicId)).ticketId
}

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  const names = ['Bazar Sol', 'Lojas Rio']
  const more = []
  for (const name of names) more.push(await buildPartner(database.owner, nova.marketplaceId, nova.slug, name, 'es'))
  companies = [...nova.partners, ...more].map(({ owner }) => owner)
  const { marketplaceId, calendarId } = nova
  const high = { marketplaceId, id: newId(), priority: 'high', calendarId, firstAnswerMinutes: 60 }
  await database.owner.slaPolicy.create({ data: high })
  const { categoryId, teamId } = await database.owner.topic.findFirstOrThrow({ where: { id: nova.topicId } })
  otherTopicId = newId()
  await database.owner.topic.create({ data: { marketplaceId, id: otherTopicId, categoryId, teamId, key: 'photos' } })
})

describe('general faults before single ones (002-09)', () => {
  test('from the third company within half an hour all its open requests are marked, raised and due sooner', async () => {
    const [first, second] = [await report(0, 0), await report(1, 10)]
    await consider(first)
    await consider(second)
    for (const id of [first, second]) expect(await ticket(id)).toMatchObject({ generalSince: null, priority: 'normal' })
    const due = (await ticket(first)).dueAt as Date
    const third = await report(2, 29)
    await consider(third)
    for (const id of [first, second, third]) {
      const row = await ticket(id)
      expect(row).toMatchObject({ priority: 'high', priorityBy: 'breadth', version: 1 })
      expect(row.generalSince).not.toBeNull()
      expect(row.consideredAt).not.toBeNull()
      expect(await lines(id)).toMatchObject([
        { authorId: null, audience: 'staff', data: { partners: 3, minutes: 30, from: 'normal', to: 'high' } },
      ])
    }
    // Wednesday 10:00, and now Tuesday 12:00.
    expect((await ticket(first)).dueAt?.getTime()).toBe(due.getTime() - 22 * 60 * MINUTE)
    // It is the desk's to know.
    const { number } = await ticket(third)
    const theirs = await ticketForPartner(companies[2] as PartnerActor, `${nova.prefix}-${number}`, 'en')
    expect(JSON.stringify(theirs?.history)).not.toContain('general_fault')
  })

  test('the same company twice, another topic, half an hour later, or one that is over: no general fault', async () => {
    const over = await report(3, 0)
    await closeTicket(nova.agent, { ticketId: over, version: 1, reason: '' })
    const ids = [over, await report(0, 0), await report(0, 5), await report(1, 10)]
    ids.push(await report(2, 41))
    ids.push(await report(3, 12, otherTopicId))
    for (const id of ids) {
      await consider(id)
      expect(await ticket(id)).toMatchObject({ generalSince: null, priority: 'normal', priorityBy: null })
    }
    expect((await ticket(over)).consideredAt).not.toBeNull()
  })

  test('an agent’s choice stands, before and after', async () => {
    const [first, second] = [await report(0, 0), await report(1, 1)]
    await setPriority(nova.agent, { ticketId: first, priority: 'low' })
    const third = await report(2, 2)
    await consider(third)
    expect(await ticket(first)).toMatchObject({ priority: 'low', priorityBy: 'agent' })
    expect((await ticket(first)).generalSince).not.toBeNull()
    await setPriority(nova.agent, { ticketId: second, priority: 'normal' })
    await consider(await report(3, 3))
    expect(await ticket(second)).toMatchObject({ priority: 'normal', priorityBy: 'agent' })
    expect(await lines(second), 'told once').toHaveLength(1)
  })

  test('considered once, in whatever order and at once: the same marks, one line each', async () => {
    const ids = [await report(0, 0), await report(1, 1), await report(2, 2), await report(3, 3)]
    await Promise.all([...ids, ...ids].reverse().map(consider))
    for (const id of ids) {
      expect(await lines(id)).toHaveLength(1)
      expect(await ticket(id)).toMatchObject({ priority: 'high', priorityBy: 'breadth' })
    }
    const before = await ticket(ids[0] as string)
    await consider(ids[0] as string)
    expect(await ticket(ids[0] as string)).toEqual(before)
  })

  test('an answer that an agent is writing is not refused because of it', async () => {
    const first = await report(0, 0)
    await report(1, 1)
    await consider(await report(2, 2))
    const answer = { ticketId: first, version: 1, body: 'We are on it.', attachmentIds: [] }
    expect(await answerTicket(nova.agent, answer)).toMatchObject({ ok: true })
  })

  test('moved to another topic it is part of it no longer, and is looked at anew there', async () => {
    const ids = [await report(0, 0), await report(1, 1), await report(2, 2)]
    await consider(ids[2] as string)
    const moved = ids[0] as string
    await setTopic(nova.agent, { ticketId: moved, topicId: otherTopicId })
    expect(await ticket(moved)).toMatchObject({
      generalSince: null,
      priority: 'normal',
      priorityBy: null,
      consideredAt: null,
    })
    await consider(moved)
    expect(await ticket(moved)).toMatchObject({ generalSince: null })
    expect((await ticket(moved)).consideredAt).not.toBeNull()
  })

  test('another request of a known fault waits for nobody who is at work on the ones before it', async () => {
    const ids = [await report(0, 0), await report(1, 1), await report(2, 2)]
    await consider(ids[2] as string)
    const fourth = await report(3, 3)
    await database.owner.$transaction(async (tx) => {
      await tx.$queryRaw`select id from ticket where id = ${ids[0]}::uuid for update`
      await consider(fourth)
    })
    expect((await ticket(fourth)).generalSince).not.toBeNull()
    for (const id of ids) expect(await lines(id)).toHaveLength(1)
  })

  test('hundreds that came while nobody looked are marked some at a time, and none is left out', async () => {
    const ids = [await report(0, 0), await report(1, 1), await report(2, 2)]
    const { id: _id, number: _number, ...like } = await ticket(ids[2] as string)
    const many = Array.from({ length: 150 }, (_, at) => ({ ...like, id: newId(), number: 50_000 + at }))
    await database.owner.ticket.createMany({
      data: many.map((row) => ({ ...row, fields: {}, preflight: [], consideredAt: row.createdAt })),
    })
    const marked = () => database.owner.ticket.count({ where: { topicId: nova.topicId, generalSince: { not: null } } })
    await consider(ids[2] as string)
    expect(await marked()).toBe(100)
    expect((await ticket(ids[2] as string)).consideredAt).toBeNull()
    await consider(ids[2] as string)
    expect(await marked()).toBe(153)
    expect((await ticket(ids[2] as string)).consideredAt).not.toBeNull()
  })

  test('the marketplace’s own numbers decide', async () => {
    const settings = { where: { marketplaceId: nova.marketplaceId } }
    await database.owner.marketplaceSettings.update({
      ...settings,
      data: { incidentPartners: 2, evidenceWindowMinutes: 5 },
    })
    const ids = [await report(0, 0), await report(1, 6), await report(2, 10)]
    for (const id of ids) await consider(id)
    const marked = await Promise.all(ids.map(async (id) => (await ticket(id)).generalSince !== null))
    expect(marked).toEqual([false, true, true])
    expect(await lines(ids[2] as string)).toMatchObject([{ data: { partners: 2, minutes: 5 } }])
  })
})
