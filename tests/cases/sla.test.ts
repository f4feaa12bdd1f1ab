import { beforeAll, describe, expect, test } from 'vitest'
import { MINUTE, machineNow } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type courtBar, mostSpecific } from '@/lib/sla'
import { answerTicket, askPartner, promiseBefore, replyToTicket, ticketForPartner } from '@/lib/tickets'
import { opened, replyForm } from '@/tests/builders/tickets'
import { buildWorld, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld

beforeAll(async () => {
  nova = (await buildWorld(database.owner)).nova
})

/** Sets the database's clock to a moment: local wall clock of the marketplace (Rome) is an hour ahead of UTC in winter. */
async function at(iso: string): Promise<void> {
  await database.shiftClock(new Date(iso).getTime() - machineNow().getTime())
}

type Court = ReturnType<typeof courtBar>

async function court(number: string): Promise<Court | undefined> {
  return (await ticketForPartner(nova.partners[0].owner, number, 'en'))?.court
}

/** Times agree within the seconds that a test takes. */
function expectAbout(moment: Date | null | undefined, iso: string): void {
  expect(Math.abs((moment?.getTime() ?? 0) - new Date(iso).getTime())).toBeLessThan(20_000)
}

describe('the first-answer clock (Mon-Fri 09:00-18:00 in Rome, eight hours)', () => {
  test('counts working hours over a weekend, and the promise shown before is the promise given (P5)', async () => {
    const [casa] = nova.partners
    await at('2027-01-15T15:00:00Z') // a Friday, 16:00
    const shown = await promiseBefore(casa.owner, nova.topicId)
    const { dueAt, number } = await opened(casa.owner, nova.topicId)
    expectAbout(dueAt, '2027-01-18T14:00:00Z') // two hours on Friday, six on Monday: 15:00
    expectAbout(shown, '2027-01-18T14:00:00Z')
    expect(await court(number)).toMatchObject({ sentence: 'us_running', dueAt })
    await at('2027-01-16T10:00:00Z')
    const closed = await court(number)
    expect(closed).toMatchObject({ sentence: 'us_outside_hours', dueAt, opensAt: new Date('2027-01-18T08:00:00Z') })
    await at('2027-01-18T14:05:00Z')
    expect(await court(number)).toMatchObject({ sentence: 'us_overdue', left: 0, dueAt })
  })

  test('a holiday does not count (000-07)', async () => {
    const [casa] = nova.partners
    const { marketplaceId, calendarId } = nova
    const holiday = { marketplaceId, calendarId, date: '2027-02-15', name: 'Invented holiday' }
    await database.owner.calendarHoliday.create({ data: holiday })
    await at('2027-02-12T15:00:00Z') // the Friday before
    const { dueAt } = await opened(casa.owner, nova.topicId)
    expectAbout(dueAt, '2027-02-16T14:00:00Z')
  })

  test('asking pauses it, the reply lets it go on with what is left, the answer ends it', async () => {
    const [casa] = nova.partners
    await at('2027-03-01T08:00:00Z') // Monday 09:00
    const { ticketId, number } = await opened(casa.owner, nova.topicId)
    await at('2027-03-01T11:00:00Z')
    await askPartner(nova.agent, { ticketId, version: 1, body: 'Which feed?', attachmentIds: [], kind: 'ask' })
    expect(await court(number)).toMatchObject({ sentence: 'partner', dueAt: null })
    const paused = await database.owner.slaClock.findFirstOrThrow({ where: { ticketId } })
    expect(paused).toMatchObject({ dueAt: null, metAt: null })
    expectAbout(paused.pausedAt, '2027-03-01T11:00:00Z')
    await at('2027-03-03T11:00:00Z') // Wednesday noon
    await replyToTicket(casa.owner, replyForm(ticketId))
    const resumed = await court(number)
    expectAbout(resumed?.dueAt, '2027-03-03T16:00:00Z') // five of eight hours are left
    await at('2027-03-03T12:00:00Z')
    await answerTicket(nova.agent, { ticketId, version: 3, body: 'Done.', attachmentIds: [] })
    expect(await court(number)).toMatchObject({ sentence: 'answered', dueAt: null })
    const page = await ticketForPartner(casa.owner, number, 'en')
    expect(page?.promise).toMatchObject({ targetMinutes: 480, kept: true })
    // A later turn of ours has no deadline: the first answer was the promise.
    await replyToTicket(casa.owner, replyForm(ticketId))
    expect(await court(number)).toMatchObject({ sentence: 'us_no_promise', dueAt: null })
    expect((await database.owner.slaClock.findFirstOrThrow({ where: { ticketId } })).dueAt).toBeNull()
  })

  test('a topic’s own promise goes before the general one; without any there is none', async () => {
    const [casa] = nova.partners
    const { marketplaceId, calendarId, topicId } = nova
    await at('2027-03-01T08:00:00Z')
    const own = { marketplaceId, id: newId(), topicId, calendarId, firstAnswerMinutes: 60 }
    await database.owner.slaPolicy.create({ data: own })
    expectAbout((await opened(casa.owner, topicId)).dueAt, '2027-03-01T09:00:00Z')
    // A calendar that never opens can hold no promise, and opening a request still works.
    await database.owner.calendarInterval.deleteMany({ where: { calendarId } })
    const { dueAt, number } = await opened(casa.owner, topicId)
    expect(dueAt).toBeNull()
    expect(await court(number)).toMatchObject({ sentence: 'us_no_promise' })
  })
})

describe('which promise holds', () => {
  const row = (topicId: string | null, priority: string | null) => ({
    id: `${topicId} ${priority}`,
    topicId,
    priority,
    calendarId: 'c',
    firstAnswerMinutes: MINUTE,
  })
  test('the most specific: topic and priority, topic, priority, neither', () => {
    const all = [row(null, null), row(null, 'high'), row('t', null), row('t', 'high'), row('u', 'high')]
    const winners = [all, all.slice(0, 3), all.slice(0, 2), all.slice(0, 1), []].map(
      (rows) => mostSpecific(rows, 't', 'high')?.id ?? 'none',
    )
    expect(winners).toEqual(['t high', 't null', 'null high', 'null null', 'none'])
  })
})
