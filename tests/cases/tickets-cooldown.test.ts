import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PartnerActor } from '@/lib/authz'
import { MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { setMembersSeeAll } from '@/lib/partners'
import { cancelTicket, cooldownOf, openTicket, openTicketInput, ticketForPartner } from '@/lib/tickets'
import { opened, requestForm, uploaded } from '@/tests/builders/tickets'
import { buildPartner, buildWorld, type PartnerWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World
let company: PartnerWorld
let companies = 0

beforeAll(async () => {
  world = await buildWorld(database.owner)
  await setCooldown(15)
})

/** A company that has written nothing yet. */
beforeEach(async () => {
  await database.shiftClock(0)
  companies += 1
  const { marketplaceId, slug } = world.nova
  company = await buildPartner(database.owner, marketplaceId, slug, `Vela ${companies}`, 'it')
})

async function setCooldown(cooldownMinutes: number) {
  const { marketplaceId } = world.nova
  await database.owner.marketplaceSettings.update({ where: { marketplaceId }, data: { cooldownMinutes } })
}

/** One more ordinary topic of the same marketplace. */
async function anotherTopic(): Promise<string> {
  const { marketplaceId, topicId, teamId } = world.nova
  const { categoryId } = await database.owner.topic.findFirstOrThrow({ where: { id: topicId } })
  const id = newId()
  await database.owner.topic.create({ data: { marketplaceId, id, categoryId, teamId, key: `topic-${id}` } })
  return id
}

const tickets = () => database.owner.ticket.count({ where: { partnerId: company.partnerId } })

/** Everything that a request writes, of this company: a refusal leaves none of it. */
async function written() {
  const of = { where: { partnerId: company.partnerId } }
  const { owner } = database
  return {
    tickets: await owner.ticket.count(of),
    messages: await owner.ticketMessage.count(of),
    events: await owner.ticketEvent.count(of),
    submissions: await owner.submission.count(of),
    clocks: await owner.slaClock.count(of),
    mails: await owner.delivery.count(of),
    notices: await owner.notice.count(of),
    searched: await owner.ticketSearch.count(of),
    files: await owner.attachment.count({ where: { partnerId: company.partnerId, ticketId: { not: null } } }),
  }
}

async function ask(actor: PartnerActor, topicId: string, more: Record<string, unknown> = {}) {
  const outcome = await openTicket(actor, requestForm(topicId, more))
  return outcome.ok ? outcome.value.number : outcome.why
}

describe('one request of a company on a topic within the cooldown (003-15, decided 1 and 2)', () => {
  test('50 at once, new ones and follow-ups, of all its people: one request, 49 refusals that name it, nothing else', async () => {
    const { owner, member, technical } = company
    const elsewhere = await anotherTopic()
    const { topicId } = world.nova
    const old = await opened(owner, elsewhere)
    await cancelTicket(owner, { ticketId: old.ticketId })
    const file = await uploaded(technical)
    const before = await written()

    const people = [owner, member, technical]
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        openTicket(
          people[index % 3] ?? owner,
          requestForm(topicId, {
            subject: `Attempt ${index}`,
            ...(index % 2 ? { followsId: old.ticketId } : {}),
            ...(index === 26 ? { attachmentIds: [file] } : {}),
          }),
        ),
      ),
    )
    const made = outcomes.filter((outcome) => outcome.ok)
    expect(made).toHaveLength(1)
    const { ticketId, number } = made[0]?.ok ? made[0].value : { ticketId: '', number: '' }
    const ticket = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
    const until = new Date(ticket.createdAt.getTime() + 15 * MINUTE)
    const refused = outcomes.filter((outcome) => !outcome.ok)
    expect(refused).toHaveLength(49)
    for (const outcome of refused)
      expect(outcome).toEqual({
        ok: false,
        why: 'cooldown',
        details: { ticketId, number, subject: ticket.subject, open: 'yes', until },
      })
    const after = await written()
    const followed = ticket.followsId === null ? 0 : 1
    const more = (name: keyof typeof after) => after[name] - before[name]
    expect([
      more('tickets'),
      more('messages'),
      more('submissions'),
      more('clocks'),
      more('mails'),
      more('notices'),
    ]).toEqual([1, 1, 1, 1, 1, 1])
    expect([more('events'), more('searched')]).toEqual([1 + followed, 1])
    expect(more('files')).toBe(ticket.subject === 'Attempt 26' ? 1 : 0)
  }, 60_000)

  test('50 at once on two topics make one request on each: topics do not hold each other', async () => {
    const { owner, member } = company
    const topics = [world.nova.topicId, await anotherTopic()]
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        openTicket(index % 3 ? owner : member, requestForm(topics[index % 2] ?? '', { subject: `Try ${index}` })),
      ),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(2)
    const made = await database.owner.ticket.findMany({ where: { partnerId: company.partnerId } })
    expect(new Set(made.map((ticket) => ticket.topicId))).toEqual(new Set(topics))
  }, 60_000)

  test('another company is not held', async () => {
    const [casa] = world.nova.partners
    const topicId = await anotherTopic()
    await opened(company.owner, topicId)
    expect(await ask(casa.owner, topicId)).toMatch(/^NV-/)
  })

  test('after 15 minutes a new one is taken, to the instant', async () => {
    const { topicId } = world.nova
    const { ticketId } = await opened(company.owner, topicId)
    await database.shiftClock(14 * MINUTE)
    expect(await ask(company.member, topicId)).toBe('cooldown')
    expect(await cooldownOf(company.member, topicId)).toMatchObject({ ticketId })
    await database.shiftClock(15 * MINUTE)
    expect(await cooldownOf(company.member, topicId)).toBeNull()
    expect(await ask(company.member, topicId)).toMatch(/^NV-/)
    expect(await ask(company.owner, topicId)).toBe('cooldown')
  })

  test('a cancelled request still holds it, and a follow-up of it is not exempt', async () => {
    const { topicId } = world.nova
    const { ticketId } = await opened(company.owner, topicId)
    await cancelTicket(company.owner, { ticketId })
    expect(await ask(company.owner, topicId)).toBe('cooldown')
    expect(await ask(company.owner, topicId, { followsId: ticketId })).toBe('cooldown')
    // It takes nothing more, so that the page does not offer to write there.
    expect(await cooldownOf(company.owner, topicId)).toMatchObject({ ticketId, open: false })
    expect(await openTicket(company.owner, requestForm(topicId))).toMatchObject({ details: { ticketId, open: 'no' } })
    expect(await tickets()).toBe(1)
  })

  test('an urgent topic is exempt: two conditions are two requests at once', async () => {
    const { urgentTopicId } = world.nova
    for (const condition of ['orders_blocked', 'integration_down'])
      expect(await ask(company.owner, urgentTopicId, { claim: { condition } })).toMatch(/^NV-/)
    expect(await cooldownOf(company.owner, urgentTopicId)).toBeNull()
    expect(await ask(company.owner, world.nova.topicId)).toMatch(/^NV-/)
  })

  test('the same form sent again is answered with its request, also 20 times at once and while others are refused', async () => {
    const { topicId } = world.nova
    const form = requestForm(topicId)
    const outcomes = await Promise.all([
      ...Array.from({ length: 20 }, () => openTicket(company.owner, form)),
      ...Array.from({ length: 10 }, () => openTicket(company.member, form)),
    ])
    // Whoever came first, everybody else with another key is refused.
    const owners = outcomes.slice(0, 20).filter((outcome) => outcome.ok)
    const members = outcomes.slice(20).filter((outcome) => outcome.ok)
    expect([owners.length, members.length].sort()).toEqual(owners.length > 0 ? [0, 20] : [0, 10])
    expect([...owners, ...members].filter((outcome) => outcome.ok && !outcome.value.repeated)).toHaveLength(1)
    expect(await tickets()).toBe(1)
    const again = await openTicket(owners.length > 0 ? company.owner : company.member, form)
    expect(again).toMatchObject({ ok: true, value: { repeated: true } })
  })

  test('another text under the same key is told so, before the cooldown is', async () => {
    const form = requestForm(world.nova.topicId)
    await openTicket(company.owner, form)
    expect(await openTicket(company.owner, { ...form, body: 'Something else' })).toMatchObject({
      why: 'submission_reused',
    })
  })

  test('who may not read the request in question learns its number and until when, and nothing of what it says', async () => {
    const { topicId } = world.nova
    const { ticketId, number } = await opened(company.owner, topicId, { subject: 'Salaries' })
    await setMembersSeeAll(company.owner, { membersSeeAll: false })
    const outcome = await openTicket(company.member, requestForm(topicId))
    expect(outcome).toMatchObject({ why: 'cooldown', details: { ticketId: '', number, subject: '', open: 'no' } })
    expect(JSON.stringify(outcome)).not.toContain(ticketId)
    expect(await cooldownOf(company.member, topicId)).toMatchObject({ ticketId: null, number, subject: null })
    expect(await cooldownOf(company.owner, topicId)).toMatchObject({ ticketId, number, subject: 'Salaries' })
  })

  test('one question a request, and as many requests in a day as there are questions (000-03, 002-11)', async () => {
    const topics = [world.nova.topicId, await anotherTopic(), await anotherTopic()]
    for (let round = 0; round < 8; round += 1) {
      await database.shiftClock(round * 15 * MINUTE)
      for (const topicId of topics) expect(await ask(company.owner, topicId)).toMatch(/^NV-/)
    }
    expect(await tickets()).toBe(24)
  })

  test('a request on an urgent topic that repeats its claim joins it, cooldown or not', async () => {
    const { urgentTopicId } = world.nova
    const claim = { condition: 'publishing_blocked' }
    const first = await ask(company.owner, urgentTopicId, { claim })
    expect(await ask(company.member, urgentTopicId, { claim })).toBe(first)
    expect(await tickets()).toBe(1)
  })

  test("the minutes are the marketplace's; 0 is none", async () => {
    const { topicId } = world.nova
    await opened(company.owner, topicId)
    await setCooldown(0)
    expect(await ask(company.owner, topicId)).toMatch(/^NV-/)
    await setCooldown(60)
    await database.shiftClock(59 * MINUTE)
    expect(await ask(company.owner, topicId)).toBe('cooldown')
    await database.shiftClock(61 * MINUTE)
    expect(await ask(company.owner, topicId)).toMatch(/^NV-/)
    await setCooldown(15)
  })
})

describe('a follow-up (003-29)', () => {
  test('refers to the completed request, which says by which one it goes on', async () => {
    const { owner, member } = company
    const old = await opened(owner, world.nova.topicId)
    await cancelTicket(owner, { ticketId: old.ticketId })
    const fresh = await opened(member, await anotherTopic(), { followsId: old.ticketId })
    const row = await database.owner.ticket.findFirstOrThrow({ where: { id: fresh.ticketId } })
    expect(row.followsId).toBe(old.ticketId)
    const page = await ticketForPartner(owner, old.number, 'en')
    const last = page?.history.at(-1)
    expect(last).toMatchObject({ kind: 'follow_up_opened', toState: null, data: { number: fresh.number } })
    expect(page?.state).toBe('completed')
  })

  test('of a request that is open, foreign, unknown or not hers to read is refused', async () => {
    const { owner, member } = company
    const [casa] = world.nova.partners
    const topicId = await anotherTopic()
    const open = await opened(owner, world.nova.topicId)
    const theirs = await opened(casa.owner, await anotherTopic())
    await cancelTicket(casa.owner, { ticketId: theirs.ticketId })
    for (const followsId of [open.ticketId, theirs.ticketId, randomUUID()])
      expect(await ask(owner, topicId, { followsId })).toBe('follows_unknown')
    await cancelTicket(owner, { ticketId: open.ticketId })
    await setMembersSeeAll(owner, { membersSeeAll: false })
    expect(await ask(member, topicId, { followsId: open.ticketId })).toBe('follows_unknown')
    expect(await ask(owner, topicId, { followsId: open.ticketId })).toMatch(/^NV-/)
    expect(openTicketInput.safeParse({ ...requestForm(topicId), followsId: 'NV-2001' }).success).toBe(false)
  })
})
