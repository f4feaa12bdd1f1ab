import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keepPromise } from '@/lib/escalation'
import {
  answerTicket,
  askPartner,
  closeTicket,
  replyToTicket,
  setPriority,
  takeTicket,
  ticketForStaff,
} from '@/lib/tickets'
import { opened, replyForm } from '@/tests/builders/tickets'
import { freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

/* Mon-Fri 09:00-18:00 in Rome, an hour ahead of UTC in winter. First answer in 8 h, next in 4 h, solved in 16 h. */

const database = useDatabase()
let nova: MarketplaceWorld
let ticketId = ''
let number = ''

const at = (iso: string) => database.shiftClock(offsetTo(new Date(iso)))
const clock = (kind = 'first_answer') => database.owner.slaClock.findFirstOrThrow({ where: { ticketId, kind } })
const keep = () => keepPromise(nova.marketplaceId, ticketId)
const told = async () => {
  const rows = await database.owner.notice.findMany({
    where: { ticketId, kind: { startsWith: 'promise.' } },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map(({ kind, membershipId, data }) => [kind, membershipId, (data as { promise: string }).promise])
}
const runs = () => database.owner.escalation.findMany({ where: { ticketId, source: 'breach' } })
const version = async () => (await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })).version
const answer = async () =>
  answerTicket(nova.agent, { ticketId, version: await version(), body: 'Done.', attachmentIds: [] })
const ask = async () =>
  askPartner(nova.agent, { ticketId, version: await version(), body: 'Which one?', attachmentIds: [], kind: 'ask' })
const reply = () => replyToTicket(nova.partners[0].owner, replyForm(ticketId))

/** Times agree within the seconds that a test takes. */
function expectAbout(moment: Date | null | undefined, iso: string): void {
  expect(Math.abs((moment?.getTime() ?? 0) - new Date(iso).getTime())).toBeLessThan(60_000)
}

beforeAll(async () => {
  nova = await freshMarketplace(database.owner)
  const { marketplaceId } = nova
  const promised = { nextAnswerMinutes: 240, resolutionMinutes: 960, warnMinutes: 60, pageMinutes: 120 }
  await database.owner.slaPolicy.updateMany({ where: { marketplaceId }, data: promised })
})

beforeEach(async () => {
  await at('2027-03-01T08:30:00Z') // Monday 09:30
  ;({ ticketId, number } = await opened(nova.partners[0].owner, nova.topicId))
})

describe('the ladder under a promise', () => {
  test('agent, then lead, then on call: each once, however often it is looked at (agent -> lead -> on-call)', async () => {
    expectAbout((await clock()).dueAt, '2027-03-01T16:30:00Z')
    expectAbout((await clock()).nextAt, '2027-03-01T15:30:00Z')
    await keep()
    expect(await told()).toEqual([])
    await at('2027-03-01T15:32:00Z')
    await Promise.all([keep(), keep()])
    expect(await told()).toEqual([['promise.warning', nova.agent.membershipId, 'first_answer']])
    await at('2027-03-01T16:32:00Z')
    await keep()
    await keep()
    expect((await told())[1]).toEqual(['promise.breach', nova.lead.membershipId, 'first_answer'])
    expectAbout((await clock()).nextAt, '2027-03-02T09:30:00Z')
    expect(await runs()).toEqual([])
    await at('2027-03-02T09:32:00Z')
    await keep()
    await keep()
    expect(await runs()).toMatchObject([{ severity: 'P2', direction: 'IN' }])
    expect(await told()).toHaveLength(2)
    expect((await clock()).nextAt).toBeNull()
    // Answered at last: the page ends with it.
    await answer()
    expect((await clock()).nextAt).not.toBeNull()
    await keep()
    expect(await runs()).toMatchObject([{ state: 'RESOLVED' }])
    expect((await clock()).nextAt).toBeNull()
  })

  test('whoever has it is warned, the team only while nobody does', async () => {
    await takeTicket(nova.oncall2, { ticketId })
    await at('2027-03-01T15:32:00Z')
    await keep()
    expect(await told()).toEqual([['promise.warning', nova.oncall2.membershipId, 'first_answer']])
  })

  test('nothing is told while it waits for the partner, and nothing once it is met (26)', async () => {
    await at('2027-03-01T15:00:00Z')
    await ask()
    expect((await clock()).nextAt).toBeNull()
    await at('2027-03-03T15:00:00Z')
    await keep()
    expect(await told()).toEqual([])
    await reply()
    await answer()
    await at('2027-03-04T15:00:00Z')
    await keep()
    expect(await told()).toEqual([])
  })

  test('a worker that comes late warns of nothing at night, and of a broken promise tells the leads alone (29)', async () => {
    await at('2027-03-01T20:00:00Z') // Monday 21:00: the deadline was 17:30
    await keep()
    expect(await told()).toEqual([['promise.breach', nova.lead.membershipId, 'first_answer']])
    await at('2027-03-08T09:30:00Z') // Monday 10:30: due on Tuesday 09:30
    ;({ ticketId } = await opened(nova.partners[0].owner, nova.topicId))
    const { nextAt } = await clock()
    expectAbout(nextAt, '2027-03-08T16:30:00Z')
    await at('2027-03-08T19:00:00Z')
    await keep()
    expect((await told()).map(([kind]) => kind)).toEqual([])
    expectAbout((await clock()).nextAt, '2027-03-09T08:00:00Z')
  })

  test('another priority moves the deadline away: what was told is told again when it comes (28)', async () => {
    const { marketplaceId, calendarId } = nova
    const high = { priority: 'low', firstAnswerMinutes: 960, warnMinutes: 60, calendarId }
    await database.owner.slaPolicy.create({ data: { marketplaceId, id: crypto.randomUUID(), ...high } })
    const before = (await clock()).dueAt
    await at('2027-03-01T15:32:00Z')
    await keep()
    await setPriority(nova.agent, { ticketId, priority: 'low' })
    expect(await clock()).toMatchObject({ told: 0 })
    await at('2027-03-02T14:32:00Z')
    await keep()
    expect((await told()).filter(([, , promise]) => promise === 'first_answer')).toHaveLength(2)
    await setPriority(nova.agent, { ticketId, priority: 'normal' })
    expect((await clock()).dueAt).toEqual(before)
  })
})

describe('the resolution clock', () => {
  test('runs while it is our turn, stands while answered, goes on, and is met by completion (S4, S11)', async () => {
    expectAbout((await clock('resolution')).dueAt, '2027-03-02T15:30:00Z')
    await at('2027-03-01T13:00:00Z')
    await answer()
    expect(await clock('resolution')).toMatchObject({ dueAt: null, metAt: null })
    await at('2027-03-02T12:30:00Z') // Tuesday 13:30, four hours and a half spent
    await reply()
    expectAbout((await clock('resolution')).dueAt, '2027-03-03T15:00:00Z')
    const page = await ticketForStaff(nova.agent, number, 'en')
    expect(page?.clocks.map(({ kind }) => kind)).toEqual(['first_answer', 'next_answer', 'resolution'])
    // The next answer is due first: the bar and the queue say so.
    expect(page?.court.goal).toBe('answer')
    expectAbout(page?.court.dueAt, '2027-03-02T16:30:00Z')
    await answer()
    await closeTicket(nova.agent, { ticketId, version: await version(), reason: '' })
    const met = await clock('resolution')
    expect(met.metAt).not.toBeNull()
    expect((await ticketForStaff(nova.agent, number, 'en'))?.clocks.at(-1)).toMatchObject({ state: 'met', kept: true })
  })
})
