import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import {
  answerInput,
  answerTicket,
  askInput,
  askPartner,
  cancelTicket,
  followTicket,
  rateInput,
  rateTicket,
  remindOrClose,
  replyToTicket,
  ticketForPartner,
} from '@/lib/tickets'
import { opened, replyForm } from '@/tests/builders/tickets'
import { buildWorld, type MarketplaceWorld, type PartnerWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let casa: PartnerWorld

beforeAll(async () => {
  ;({ nova } = await buildWorld(database.owner))
  casa = nova.partners[0]
})

/** How far the clock is moved; a test begins where the one before it ended, so that time only grows. */
let moved = 0
async function wait(milliseconds: number) {
  moved += milliseconds
  await database.shiftClock(moved)
}

beforeEach(async () => wait(MINUTE))

const rowOf = (id: string) => database.owner.ticket.findFirstOrThrow({ where: { id } })
const noticesOf = (ticketId: string, kind: string) => database.owner.notice.findMany({ where: { ticketId, kind } })

/** What the worker does with this ticket now: what its door says is due, and nothing else. */
async function workerComes(ticketId: string): Promise<boolean> {
  const due = await database.owner.$queryRaw<{ marketplace_id: string; id: string }[]>`
    select marketplace_id, id from due_work(app_now(), 1000, '{}') where kind = 'turn' and id = ${ticketId}::uuid`
  for (const { marketplace_id, id } of due) await remindOrClose(marketplace_id, id)
  return due.length > 0
}

async function answered(version = 1, ticketId?: string) {
  const id = ticketId ?? (await opened(casa.member, nova.topicId)).ticketId
  const outcome = await answerTicket(nova.agent, answerInput.parse({ ticketId: id, version, body: 'Like this.' }))
  expect(outcome.ok).toBe(true)
  return id
}

async function asked() {
  const { ticketId } = await opened(casa.member, nova.topicId)
  await askPartner(nova.agent, askInput.parse({ ticketId, version: 1, body: 'Which browser?' }))
  return ticketId
}

describe('a request that nobody goes on with (003-25)', () => {
  test.each([
    ['answered', answered],
    ['waiting for the partner', asked],
  ])('%s: reminded 24 hours before, closed after five days, the reason recorded', async (_what, make) => {
    const ticketId = await make()
    await followTicket(casa.member, { ticketId, membershipId: casa.technical.membershipId })
    const everybody = [casa.member.membershipId, casa.technical.membershipId].sort()
    const told = async (kind: string) => (await noticesOf(ticketId, kind)).map((one) => one.membershipId).sort()
    const { updatedAt, version } = await rowOf(ticketId)

    await wait(4 * DAY - HOUR)
    expect(await workerComes(ticketId)).toBe(false)
    expect((await rowOf(ticketId)).remindedAt).toBeNull()

    await wait(HOUR)
    expect(await workerComes(ticketId)).toBe(true)
    const reminded = await rowOf(ticketId)
    expect(reminded).toMatchObject({ version, updatedAt, state: expect.not.stringMatching('completed') })
    expect(reminded.nextAt?.getTime()).toBe((reminded.remindedAt?.getTime() ?? 0) + DAY)
    expect(await told('ticket.reminder')).toEqual(everybody)
    const [notice] = await noticesOf(ticketId, 'ticket.reminder')
    expect(notice?.data).toMatchObject({ closesAt: reminded.nextAt?.toISOString() })
    expect(await workerComes(ticketId)).toBe(false)

    await wait(DAY - MINUTE)
    expect(await workerComes(ticketId)).toBe(false)
    await wait(2 * MINUTE)
    expect(await workerComes(ticketId)).toBe(true)
    const closed = await rowOf(ticketId)
    expect(closed).toMatchObject({ state: 'completed', completedReason: 'auto', nextAt: null, remindedAt: null })
    const after = ((closed.completedAt?.getTime() ?? 0) - updatedAt.getTime()) / DAY
    expect(after).toBeCloseTo(5, 1)
    expect(await told('ticket.auto_closed')).toEqual(everybody)
    expect(await workerComes(ticketId)).toBe(false)

    const page = await ticketForPartner(casa.member, `NV-${closed.number}`, 'en')
    const last = page?.history.slice(-2).map(({ kind, author, toState }) => [kind, author, toState])
    expect(last).toEqual([
      ['reminded', null, null],
      ['auto_closed', null, 'completed'],
    ])
    expect(await rateTicket(casa.member, rateInput.parse({ ticketId, stars: 3 }))).toMatchObject({ ok: true })
  })

  test('going on in time takes it back: the next answer starts the days anew', async () => {
    const ticketId = await answered()
    await wait(4 * DAY)
    await workerComes(ticketId)
    await wait(23 * HOUR)
    await replyToTicket(casa.member, replyForm(ticketId))
    expect(await rowOf(ticketId)).toMatchObject({ state: 'in_progress', nextAt: null, remindedAt: null })
    await wait(10 * DAY)
    expect(await workerComes(ticketId)).toBe(false)
    await answered(3, ticketId)
    await wait(4 * DAY - HOUR)
    expect(await workerComes(ticketId)).toBe(false)
    await wait(HOUR)
    expect(await workerComes(ticketId)).toBe(true)
    expect((await rowOf(ticketId)).state).toBe('answered')
    expect(await noticesOf(ticketId, 'ticket.reminder')).toHaveLength(2)
  })

  test('a second answer counts from when it was given, a reminder before it is forgotten', async () => {
    const ticketId = await answered()
    await wait(4 * DAY)
    await workerComes(ticketId)
    await wait(12 * HOUR)
    await answered(2, ticketId)
    const { remindedAt, nextAt, updatedAt } = await rowOf(ticketId)
    expect(remindedAt).toBeNull()
    expect(nextAt?.getTime()).toBe(updatedAt.getTime() + 4 * DAY)
    await wait(DAY)
    expect(await workerComes(ticketId)).toBe(false)
  })

  test('a worker that was away reminds first, and the partner still has its whole day', async () => {
    const ticketId = await answered()
    await wait(12 * DAY)
    await workerComes(ticketId)
    const late = await rowOf(ticketId)
    expect(late.state).toBe('answered')
    expect(late.nextAt?.getTime()).toBe((late.remindedAt?.getTime() ?? 0) + DAY)
    await workerComes(ticketId)
    expect((await rowOf(ticketId)).state).toBe('answered')
    await wait(DAY + MINUTE)
    await workerComes(ticketId)
    expect((await rowOf(ticketId)).completedReason).toBe('auto')
  })

  test('too early, stale and doubled calls change nothing, ten at once remind and close once', async () => {
    const { marketplaceId } = nova
    const early = await answered()
    await remindOrClose(marketplaceId, early)
    expect((await rowOf(early)).remindedAt).toBeNull()
    const open = (await opened(casa.member, nova.topicId)).ticketId
    const over = await answered()
    await cancelTicket(casa.member, { ticketId: over })
    await wait(30 * DAY)
    for (const id of [open, over, newId()]) await remindOrClose(marketplaceId, id)
    expect((await rowOf(open)).state).toBe('created')
    expect((await rowOf(over)).completedReason).toBe('solved')

    const many = () => Promise.all(Array.from({ length: 10 }, () => remindOrClose(marketplaceId, early)))
    await many()
    expect(await noticesOf(early, 'ticket.reminder')).toHaveLength(1)
    await wait(2 * DAY)
    await many()
    const kinds = await database.owner.ticketEvent.findMany({ where: { ticketId: early }, orderBy: { id: 'asc' } })
    expect(kinds.map(({ kind }) => kind)).toEqual(['opened', 'answered', 'reminded', 'auto_closed'])
    expect(await noticesOf(early, 'ticket.auto_closed')).toHaveLength(1)
  })

  test('an answer on its way is not raced: the request is looked at again after it', async () => {
    const ticketId = await answered()
    await wait(4 * DAY)
    await workerComes(ticketId)
    await wait(DAY + MINUTE)
    const { nextAt, partnerId } = await rowOf(ticketId)
    const sendAt = new Date((nextAt?.getTime() ?? 0) + 2 * MINUTE)
    const held = { authorId: nova.agent.membershipId, kind: 'answer', body: 'One more.', version: 2 }
    await database.owner.heldAnswer.create({
      data: { marketplaceId: nova.marketplaceId, id: newId(), ticketId, partnerId, ...held, createdAt: sendAt, sendAt },
    })
    await workerComes(ticketId)
    const later = await rowOf(ticketId)
    expect(later.state).toBe('answered')
    expect(later.nextAt?.getTime()).toBeGreaterThan(sendAt.getTime())
    await database.owner.heldAnswer.deleteMany({ where: { ticketId } })
    await wait(5 * MINUTE)
    await workerComes(ticketId)
    expect((await rowOf(ticketId)).completedReason).toBe('auto')
  })

  test("the days are the marketplace's", async () => {
    const { marketplaceId } = nova
    const days = (autoCloseDays: number, autoCloseReminderDays: number) =>
      database.owner.marketplaceSettings.update({
        where: { marketplaceId },
        data: { autoCloseDays, autoCloseReminderDays },
      })
    await days(14, 11)
    const ticketId = await answered()
    await wait(11 * DAY - HOUR)
    expect(await workerComes(ticketId)).toBe(false)
    await wait(HOUR)
    await workerComes(ticketId)
    const { nextAt, remindedAt } = await rowOf(ticketId)
    expect((nextAt?.getTime() ?? 0) - (remindedAt?.getTime() ?? 0)).toBe(3 * DAY)
    await days(5, 4)
  })
})
