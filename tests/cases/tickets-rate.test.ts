import { beforeAll, describe, expect, test } from 'vitest'
import { DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { setMembersSeeAll } from '@/lib/partners'
import {
  answerInput,
  answerTicket,
  askInput,
  askPartner,
  cancelTicket,
  closeInput,
  closeTicket,
  markRead,
  markReadInput,
  rateInput,
  rateTicket,
  replyInput,
  replyToTicket,
  takeTicket,
  ticketForPartner,
} from '@/lib/tickets'
import { opened, replyForm, uploaded } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

const rate = (ticketId: string, stars = 4, comment = '') => rateInput.parse({ ticketId, stars, comment })
const rowOf = (id: string) => database.owner.ticket.findFirstOrThrow({ where: { id } })
const ratings = (ticketId: string) => database.owner.rating.findMany({ where: { ticketId } })
const noticesOf = (ticketId: string, kind: string) => database.owner.notice.findMany({ where: { ticketId, kind } })

async function answered(more: Record<string, unknown> = {}) {
  const { nova } = world
  const [casa] = nova.partners
  const made = await opened(casa.member, nova.topicId, more)
  const outcome = await answerTicket(
    nova.agent,
    answerInput.parse({ ticketId: made.ticketId, version: 1, body: 'Try now.' }),
  )
  expect(outcome.ok).toBe(true)
  return made
}

describe('rating the support (003-23)', () => {
  test('of an answer: stars and a word complete the request, and its agent is told', async () => {
    const [casa] = world.nova.partners
    const { ticketId, number } = await answered()
    expect(await rateTicket(casa.member, rate(ticketId, 5, ' Fast.\r\nThank you '))).toEqual({
      ok: true,
      value: { ticketId, number },
    })
    expect(await rowOf(ticketId)).toMatchObject({ state: 'completed', completedReason: 'rated', version: 3 })
    expect(await ratings(ticketId)).toMatchObject([
      { stars: 5, comment: ' Fast.\nThank you', ratedById: casa.member.membershipId },
    ])
    const page = await ticketForPartner(casa.owner, number, 'en')
    expect(page?.history.at(-1)).toMatchObject({ kind: 'rated', toState: 'completed', data: { stars: 5 } })
    expect(await noticesOf(ticketId, 'agent.rated')).toMatchObject([{ membershipId: world.nova.agent.membershipId }])
    expect(await rateTicket(casa.owner, rate(ticketId, 1))).toEqual({ ok: false, why: 'already_rated' })
  })

  test('a request that nobody answered yet cannot be rated', async () => {
    const [casa] = world.nova.partners
    const { ticketId } = await opened(casa.member, world.nova.topicId)
    expect(await rateTicket(casa.member, rate(ticketId))).toEqual({ ok: false, why: 'not_answered' })
    expect(await ratings(ticketId)).toEqual([])
  })

  test('a completed one: once, within the days that the marketplace gives, its reason stays', async () => {
    const [casa] = world.nova.partners
    const { marketplaceId } = world.nova
    const { ticketId } = await answered()
    const other = await answered()
    for (const id of [ticketId, other.ticketId]) await cancelTicket(casa.member, { ticketId: id })
    await database.owner.marketplaceSettings.update({ where: { marketplaceId }, data: { ratingDays: 7 } })
    await database.shiftClock(7 * DAY - 60_000)
    expect(await rateTicket(casa.owner, rate(ticketId, 2))).toMatchObject({ ok: true })
    expect(await rowOf(ticketId)).toMatchObject({ state: 'completed', completedReason: 'solved' })
    expect(await rateTicket(casa.owner, rate(ticketId, 2))).toEqual({ ok: false, why: 'already_rated' })
    await database.shiftClock(7 * DAY + 60_000)
    expect(await rateTicket(casa.owner, rate(other.ticketId))).toEqual({ ok: false, why: 'rating_closed' })
    await database.shiftClock(0)
    await database.owner.marketplaceSettings.update({ where: { marketplaceId }, data: { ratingDays: 30 } })
  })

  test('twenty at once are one rating', async () => {
    const [casa] = world.nova.partners
    const { ticketId } = await answered()
    const people = [casa.owner, casa.member, casa.technical]
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        rateTicket(people[index % 3] ?? casa.owner, rate(ticketId, 1 + (index % 5))),
      ),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(await ratings(ticketId)).toHaveLength(1)
  })

  test('another company finds nothing to rate, nor does a colleague who may not read it', async () => {
    const [casa, severny] = world.nova.partners
    const { ticketId } = await answered()
    await setMembersSeeAll(casa.owner, { membersSeeAll: false })
    for (const actor of [severny.owner, casa.technical])
      expect(await rateTicket(actor, rate(ticketId))).toEqual({ ok: false, why: 'not_found' })
    await setMembersSeeAll(casa.owner, { membersSeeAll: true })
  })

  test('stars are one to five, the comment has an end', () => {
    const parse = (stars: unknown, comment = '') => rateInput.safeParse({ ticketId: newId(), stars, comment }).success
    expect([0, 1, 5, 6, 2.5, '3'].map((stars) => parse(stars))).toEqual([false, true, true, false, false, false])
    expect([parse(3, 'x'.repeat(2000)), parse(3, 'x'.repeat(2001))]).toEqual([true, false])
  })
})

describe('going on with a request', () => {
  test('a fix to try is answered with works or does not, and the request returns to work (002-08, 003-24)', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId, number } = await opened(casa.member, nova.topicId)
    const tryThis = (version: number) => askInput.parse({ ticketId, version, body: 'Clear it.', kind: 'try_this' })
    expect(await replyToTicket(casa.member, replyForm(ticketId, { verdict: 'works' }))).toEqual({
      ok: false,
      why: 'nothing_to_try',
    })
    await askPartner(nova.agent, tryThis(1))
    const failed = await replyToTicket(casa.member, replyForm(ticketId, { body: '', verdict: 'does_not' }))
    expect(failed).toMatchObject({ ok: true, value: { state: 'in_progress' } })
    await askPartner(nova.agent, tryThis(3))
    await replyToTicket(casa.owner, replyForm(ticketId, { body: 'It does!', verdict: 'works' }))
    const page = await ticketForPartner(casa.member, number, 'en')
    expect(page?.history.map(({ kind }) => kind)).toEqual([
      'opened',
      'try_asked',
      'try_failed',
      'try_asked',
      'try_worked',
    ])
    const said = await database.owner.ticketMessage.findMany({
      where: { ticketId, kind: 'message' },
      orderBy: { id: 'asc' },
    })
    expect(said.map(({ body, verdict }) => [body, verdict])).toEqual([
      ['', 'does_not'],
      ['It does!', 'works'],
    ])
    await answerTicket(nova.agent, answerInput.parse({ ticketId, version: 5, body: 'Good.' }))
    expect(await replyToTicket(casa.owner, replyForm(ticketId, { verdict: 'works' }))).toMatchObject({
      why: 'nothing_to_try',
    })
  })

  test('a question of ours is answered by text, and the request returns to work (003-28)', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.member, nova.topicId)
    await askPartner(nova.agent, askInput.parse({ ticketId, version: 1, body: 'Which browser?' }))
    expect(await rowOf(ticketId)).toMatchObject({ state: 'awaiting_partner', dueAt: null })
    expect(await replyToTicket(casa.owner, replyForm(ticketId))).toMatchObject({ value: { state: 'in_progress' } })
    expect((await rowOf(ticketId)).dueAt).toBeInstanceOf(Date)
  })

  test('text or a file is enough, nothing at all is not (003-27)', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.member, nova.topicId)
    const bare = { submissionKey: newId(), ticketId, body: ' \n ' }
    expect(replyInput.safeParse(bare).error?.issues).toMatchObject([{ message: 'required', path: ['body'] }])
    const file = await uploaded(casa.member)
    const outcome = await replyToTicket(casa.member, replyForm(ticketId, { body: '', attachmentIds: [file] }))
    expect(outcome.ok).toBe(true)
    const linked = await database.owner.attachment.findFirstOrThrow({ where: { id: file } })
    expect(linked).toMatchObject({ ticketId, audience: 'partner' })
  })

  test('who works on it is told of each new message, nobody while nobody does (002-07)', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.member, nova.topicId)
    await replyToTicket(casa.member, replyForm(ticketId))
    expect(await noticesOf(ticketId, 'agent.replied')).toEqual([])
    await takeTicket(nova.lead, { ticketId })
    await replyToTicket(casa.owner, replyForm(ticketId))
    expect(await noticesOf(ticketId, 'agent.replied')).toMatchObject([{ membershipId: nova.lead.membershipId }])
  })

  test('cancelled while it is ours, solved once it is answered, refused when it is over (003-21)', async () => {
    const [casa] = world.nova.partners
    const open = await opened(casa.member, world.nova.topicId)
    const done = await answered()
    expect(await cancelTicket(casa.member, { ticketId: open.ticketId })).toMatchObject({
      value: { reason: 'cancelled' },
    })
    expect(await cancelTicket(casa.owner, { ticketId: done.ticketId })).toMatchObject({ value: { reason: 'solved' } })
    expect(await cancelTicket(casa.owner, { ticketId: done.ticketId })).toMatchObject({ why: 'already_completed' })
    expect((await rowOf(open.ticketId)).completedReason).toBe('cancelled')
  })
})

describe('what somebody has read', () => {
  test('is kept for each person, moves forward only, and says nothing to the other side', async () => {
    const { nova } = world
    const [casa, severny] = nova.partners
    const { ticketId } = await opened(casa.member, nova.topicId)
    await database.shiftClock(DAY)
    for (const actor of [casa.member, casa.owner, nova.agent])
      expect(await markRead(actor, { ticketId })).toEqual({ ok: true, value: null })
    expect(await markRead(severny.owner, { ticketId })).toEqual({ ok: false, why: 'not_found' })
    const reads = () => database.owner.ticketRead.findMany({ where: { ticketId }, orderBy: { membershipId: 'asc' } })
    const before = await reads()
    expect(before.map(({ side, membershipId }) => `${side} ${membershipId}`).sort()).toEqual(
      [
        `partner ${casa.member.membershipId}`,
        `partner ${casa.owner.membershipId}`,
        `staff ${nova.agent.membershipId}`,
      ].sort(),
    )
    await database.shiftClock(0)
    await Promise.all(Array.from({ length: 10 }, () => markRead(casa.member, { ticketId })))
    expect(await reads()).toEqual(before)
    expect((await rowOf(ticketId)).version).toBe(1)
  })

  test('what came after the page was drawn stays new, however late somebody looks at it', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId, number } = await opened(casa.member, nova.topicId)
    const drawn = await ticketForPartner(casa.member, number, 'en')
    await database.shiftClock(DAY)
    await answerTicket(nova.agent, answerInput.parse({ ticketId, version: 1, body: 'It is mended.' }))
    const unread = () => database.owner.notice.count({ where: { ticketId, kind: 'ticket.answered', readAt: null } })
    const seen = async () => (await ticketForPartner(casa.member, number, 'en'))?.unreadSince
    const seenAt = drawn?.now.toISOString()
    expect(await markRead(casa.member, markReadInput.parse({ ticketId, seenAt }))).toMatchObject({ ok: true })
    expect([await seen(), await unread()]).toEqual([drawn?.now, 1])
    // Nobody has seen the future.
    await markRead(casa.member, markReadInput.parse({ ticketId, seenAt: '2999-01-01T00:00:00Z' }))
    expect([await seen(), await unread()]).toEqual([null, 0])
    const [row] = await database.owner.ticketRead.findMany({ where: { ticketId } })
    expect(row?.readAt.getUTCFullYear()).toBeLessThan(2999)
    await database.shiftClock(0)
  })

  test('an agent’s close is news to the partner, its reply news to the desk', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.member, nova.topicId)
    const fresh = await rowOf(ticketId)
    expect(fresh).toMatchObject({ partnerNewsAt: null, staffNewsAt: fresh.createdAt })
    await closeTicket(nova.agent, closeInput.parse({ ticketId, version: 1 }))
    const closed = await rowOf(ticketId)
    expect(closed).toMatchObject({ partnerNewsAt: closed.updatedAt, staffNewsAt: fresh.createdAt })
  })
})
