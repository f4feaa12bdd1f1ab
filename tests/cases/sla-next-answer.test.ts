import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '@/lib/foundation/ids'
import { answerTicket, askPartner, cancelTicket, replyToTicket, setPriority, ticketForStaff } from '@/lib/tickets'
import { opened, replyForm } from '@/tests/builders/tickets'
import { freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

/* Mon-Fri 09:00-18:00 in Rome, an hour ahead of UTC in winter: a first answer in 480 minutes, each next one in 240. */

const database = useDatabase()
let nova: MarketplaceWorld
let ticketId = ''
let number = ''

const at = (iso: string) => database.shiftClock(offsetTo(new Date(iso)))
const version = async () => (await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })).version
const answer = async () =>
  answerTicket(nova.agent, { ticketId, version: await version(), body: 'Done.', attachmentIds: [] })
const ask = async () =>
  askPartner(nova.agent, { ticketId, version: await version(), body: 'Which one?', attachmentIds: [], kind: 'ask' })
const reply = () => replyToTicket(nova.partners[0].owner, replyForm(ticketId))
const page = async () => (await ticketForStaff(nova.agent, number, 'en')) ?? Promise.reject(new Error('no page'))
const clocks = async () => (await page()).clocks.map(({ kind, state, kept }) => [kind, state, kept])
const row = () => database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })

/** Times agree within the seconds that a test takes. */
function expectAbout(moment: Date | null | undefined, iso: string): void {
  expect(Math.abs((moment?.getTime() ?? 0) - new Date(iso).getTime())).toBeLessThan(30_000)
}

beforeAll(async () => {
  nova = await freshMarketplace(database.owner)
  const { marketplaceId, calendarId } = nova
  await database.owner.slaPolicy.updateMany({ where: { marketplaceId }, data: { nextAnswerMinutes: 240 } })
  const high = { marketplaceId, id: newId(), priority: 'high', calendarId }
  await database.owner.slaPolicy.create({ data: { ...high, firstAnswerMinutes: 120, nextAnswerMinutes: 60 } })
})

beforeEach(async () => {
  await at('2027-03-01T08:00:00Z') // Monday 09:00
  ;({ ticketId, number } = await opened(nova.partners[0].owner, nova.topicId))
})

describe('the next-answer clock', () => {
  test('begins when the partner writes after our answer, and ends with the next (zammad#3140)', async () => {
    await at('2027-03-01T09:00:00Z')
    await answer()
    expect(await clocks()).toEqual([['first_answer', 'met', true]])
    await at('2027-03-01T10:00:00Z')
    await reply()
    expectAbout((await row()).dueAt, '2027-03-01T14:00:00Z')
    const { court } = await page()
    expect(court.sentence).toBe('us_running')
    expectAbout(court.dueAt, '2027-03-01T14:00:00Z')
    // More from the partner does not move it.
    await at('2027-03-01T11:00:00Z')
    await reply()
    expectAbout((await row()).dueAt, '2027-03-01T14:00:00Z')
    await at('2027-03-01T13:00:00Z')
    await answer()
    expect((await row()).dueAt).toBeNull()
    expect(await clocks()).toEqual([
      ['first_answer', 'met', true],
      ['next_answer', 'met', true],
    ])
  })

  test('before the first answer the partner’s words start none (zammad#5177)', async () => {
    await at('2027-03-01T09:00:00Z')
    await reply()
    expect(await clocks()).toEqual([['first_answer', 'running', null]])
    expectAbout((await row()).dueAt, '2027-03-01T16:00:00Z')
  })

  test('stands still while we wait for the partner, goes on with what is left, and never breaches then (26)', async () => {
    await at('2027-03-01T09:00:00Z')
    await answer()
    await reply()
    await at('2027-03-01T12:00:00Z') // three of four hours
    await ask()
    expect((await row()).dueAt).toBeNull()
    await at('2027-03-05T12:00:00Z')
    const paused = (await page()).clocks[1]
    expect(paused).toMatchObject({ kind: 'next_answer', state: 'paused', kept: null, breachedAt: null, dueAt: null })
    expectAbout(paused?.pausedAt, '2027-03-01T12:00:00Z')
    await at('2027-03-05T16:30:00Z') // Friday 17:30
    await reply()
    expectAbout((await row()).dueAt, '2027-03-08T08:30:00Z') // half an hour on Friday, half on Monday
  })

  test('a late answer breaks it, and the next round begins anew', async () => {
    await at('2027-03-01T09:00:00Z')
    await answer()
    await reply()
    await at('2027-03-01T14:00:00Z')
    expect((await page()).court).toMatchObject({ sentence: 'us_overdue', left: 0 })
    await answer()
    expect(await clocks()).toContainEqual(['next_answer', 'met', false])
    await at('2027-03-02T08:00:00Z')
    await reply()
    expect(await clocks()).toContainEqual(['next_answer', 'running', null])
    expectAbout((await row()).dueAt, '2027-03-02T12:00:00Z')
  })

  test('a question right after an answer owes nobody anything until it is replied to', async () => {
    await at('2027-03-01T09:00:00Z')
    await answer()
    await ask()
    expect(await clocks()).toEqual([['first_answer', 'met', true]])
    await at('2027-03-01T10:00:00Z')
    await reply()
    expectAbout((await row()).dueAt, '2027-03-01T14:00:00Z')
  })

  test('a new priority brings its own target, earlier pauses stay, and back again restores it (28; glpi#6902)', async () => {
    await at('2027-03-01T09:00:00Z')
    await ask()
    // Half past, as seven hours from eleven would end at the very closing: a second decides whether that is today.
    await at('2027-03-01T10:30:00Z')
    await reply()
    expectAbout((await row()).dueAt, '2027-03-02T08:30:00Z') // seven of eight hours left from 11:30
    const before = (await row()).dueAt
    await setPriority(nova.agent, { ticketId, priority: 'high' })
    expectAbout((await row()).dueAt, '2027-03-01T11:30:00Z')
    await setPriority(nova.agent, { ticketId, priority: 'normal' })
    expect((await row()).dueAt).toEqual(before)
    await at('2027-03-01T11:00:00Z')
    await answer()
    await reply()
    const next = (await row()).dueAt
    expectAbout(next, '2027-03-01T15:00:00Z')
    await setPriority(nova.agent, { ticketId, priority: 'high' })
    expectAbout((await row()).dueAt, '2027-03-01T12:00:00Z')
    // What was kept stays kept against the target that it was promised with.
    expect((await page()).clocks[0]).toMatchObject({ targetMinutes: 480, kept: true })
    await setPriority(nova.agent, { ticketId, priority: 'low' })
    expect((await row()).dueAt).toEqual(next)
  })

  test('hours that can hold no promise any more promise nothing, and nobody is stopped by them', async () => {
    const { marketplaceId } = nova
    const never = { marketplaceId, id: newId(), name: 'Never', timeZone: 'Europe/Rome', isDefault: false }
    await database.owner.calendar.create({ data: never })
    await at('2027-03-01T09:00:00Z')
    await answer()
    await reply()
    await database.owner.slaClock.updateMany({ where: { ticketId }, data: { calendarId: never.id } })
    expect(await ask()).toMatchObject({ ok: true })
    expect(await reply()).toMatchObject({ ok: true })
    expect((await row()).dueAt).toBeNull()
    expect((await page()).court).toMatchObject({ sentence: 'us_no_promise', dueAt: null })
    expect(await answer()).toMatchObject({ ok: true })
  })
})

describe('what reports tell (003-10)', () => {
  test('business minutes to the first answer and to completion, written once', async () => {
    await at('2027-03-01T16:30:00Z') // Monday 17:30
    await ask()
    await at('2027-03-02T08:10:00Z') // Tuesday 09:10
    await reply()
    await at('2027-03-02T08:30:00Z')
    await answer()
    expectAbout((await row()).firstAnsweredAt, '2027-03-02T08:30:00Z')
    // From Monday 09:00 to 18:00, and half an hour on Tuesday; waiting for the partner is part of what it took.
    expect(Math.abs(((await row()).firstAnswerTook ?? 0) - 570)).toBeLessThanOrEqual(1)
    expect((await row()).completionTook).toBeNull()
    await reply()
    await at('2027-03-02T09:30:00Z')
    await answer()
    expect(Math.abs(((await row()).firstAnswerTook ?? 0) - 570)).toBeLessThanOrEqual(1)
    await at('2027-03-02T10:00:00Z')
    await cancelTicket(nova.partners[0].owner, { ticketId })
    expect(Math.abs(((await row()).completionTook ?? 0) - 660)).toBeLessThanOrEqual(1)
  })
})
