import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Tx } from '@/lib/db'
import { confirmClaim } from '@/lib/escalation'
import { MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { setMembersSeeAll } from '@/lib/partners'
import { asPartner } from '@/lib/tenancy'
import {
  answerInput,
  answerTicket,
  answerTimes,
  cancelTicket,
  closeInput,
  closeTicket,
  followTicket,
  recentTopics,
  similarOpen,
  ticketForPartner,
  unfollowTicket,
  watchersOf,
} from '@/lib/tickets'
import { colleaguesFor } from '@/lib/tickets/followers'
import { opened } from '@/tests/builders/tickets'
import { escalated } from '@/tests/builders/urgent'
import { buildPartner, buildWorld, type MarketplaceWorld, type PartnerWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let company: PartnerWorld

beforeAll(async () => {
  ;({ nova } = await buildWorld(database.owner))
  company = await buildPartner(database.owner, nova.marketplaceId, nova.slug, 'Vela Blu', 'it')
})

const watchers = (ticketId: string) => asPartner(company.owner, (tx: Tx) => watchersOf(tx, ticketId))
const follow = (ticketId: string, membershipId: string) => followTicket(company.member, { ticketId, membershipId })

async function told(ticketId: string, kind: string): Promise<string[]> {
  const notices = await database.owner.notice.findMany({ where: { ticketId, kind } })
  return notices.map(({ membershipId }) => membershipId).sort()
}

describe('followers among colleagues', () => {
  test('are told of everything as who opened it is, until they are taken off; each line with its name', async () => {
    const { owner, member, technical } = company
    const { ticketId, number } = await opened(member, nova.topicId)
    const everybody = [member.membershipId, technical.membershipId]
    expect(await follow(ticketId, technical.membershipId)).toEqual({ ok: true, value: { ticketId, number } })
    expect(await told(ticketId, 'ticket.following')).toEqual([technical.membershipId])
    expect((await watchers(ticketId)).sort()).toEqual([...everybody].sort())

    await answerTicket(nova.agent, answerInput.parse({ ticketId, version: 1, body: 'So.' }))
    expect(await told(ticketId, 'ticket.answered')).toEqual([...everybody].sort())
    await unfollowTicket(technical, { ticketId, membershipId: technical.membershipId })
    await closeTicket(nova.agent, closeInput.parse({ ticketId, version: 2 }))
    expect(await told(ticketId, 'ticket.closed')).toEqual([member.membershipId])

    const page = await ticketForPartner(owner, number, 'en')
    const steps = page?.history.map(({ kind, author, data }) => [kind, author?.name, data.personName])
    expect(steps?.filter(([kind]) => kind?.startsWith('follower'))).toEqual([
      ['follower_added', 'Vela Blu member', 'Vela Blu technical'],
      ['follower_removed', 'Vela Blu technical', 'Vela Blu technical'],
    ])
  })

  test('adding twice, at once, or who opened it changes nothing; the version stays, so that no answer is refused', async () => {
    const { member, technical } = company
    const { ticketId } = await opened(member, nova.topicId)
    const again = [technical.membershipId, member.membershipId]
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, index) => follow(ticketId, again[index % 2] ?? '')),
    )
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(await database.owner.ticketFollower.count({ where: { ticketId } })).toBe(1)
    expect(await database.owner.ticketEvent.count({ where: { ticketId, kind: 'follower_added' } })).toBe(1)
    const answer = answerInput.parse({ ticketId, version: 1, body: 'Nothing came between.' })
    expect(await answerTicket(nova.agent, answer)).toMatchObject({ ok: true })
  })

  test('nobody of another company, of the staff, without an account, switched off or who may not read it', async () => {
    const { owner, member, technical } = company
    const [casa] = nova.partners
    const { ticketId } = await opened(member, nova.topicId)
    for (const stranger of [casa.owner.membershipId, nova.agent.membershipId, randomUUID()])
      expect(await follow(ticketId, stranger)).toEqual({ ok: false, why: 'colleague_unknown' })
    expect(await followTicket(casa.owner, { ticketId, membershipId: casa.owner.membershipId })).toEqual({
      ok: false,
      why: 'not_found',
    })
    await setMembersSeeAll(owner, { membersSeeAll: false })
    expect(await follow(ticketId, technical.membershipId)).toMatchObject({ why: 'colleague_unknown' })
    expect(await follow(ticketId, owner.membershipId)).toMatchObject({ ok: true })
    await setMembersSeeAll(owner, { membersSeeAll: true })
    const where = { id: technical.membershipId }
    await database.owner.membership.updateMany({ where, data: { disabledAt: new Date() } })
    expect(await follow(ticketId, technical.membershipId)).toMatchObject({ why: 'colleague_unknown' })
    await database.owner.membership.updateMany({ where, data: { disabledAt: null } })
  })

  test('who may no longer read it is no longer told, and is told again when she may (decided 9)', async () => {
    const { owner, member, technical } = company
    const { ticketId } = await opened(member, nova.topicId)
    await follow(ticketId, technical.membershipId)
    await follow(ticketId, owner.membershipId)
    await setMembersSeeAll(owner, { membersSeeAll: false })
    expect((await watchers(ticketId)).sort()).toEqual([owner.membershipId, member.membershipId].sort())
    await setMembersSeeAll(owner, { membersSeeAll: true })
    expect(await watchers(ticketId)).toHaveLength(3)
  })

  test('are told too whether an urgent claim is confirmed (000-06)', async () => {
    const { owner, member, technical } = company
    const { ticketId, escalationId } = await escalated(database.owner, member, nova)
    await follow(ticketId, technical.membershipId)
    await followTicket(owner, { ticketId, membershipId: owner.membershipId })
    expect((await confirmClaim(nova.lead, { escalationId })).ok).toBe(true)
    expect(await told(ticketId, 'claim.decided')).toEqual(
      [owner.membershipId, member.membershipId, technical.membershipId].sort(),
    )
  })

  test('offered are the colleagues who may read it and are not told yet', async () => {
    const { owner, member, technical } = company
    const { ticketId } = await opened(member, nova.topicId)
    const offered = () =>
      asPartner(owner, async (tx) => colleaguesFor(tx, await tx.ticket.findFirstOrThrow({ where: { id: ticketId } })))
    expect((await offered()).sort()).toEqual([owner.membershipId, technical.membershipId].sort())
    await follow(ticketId, owner.membershipId)
    expect(await offered()).toEqual([technical.membershipId])
  })
})

describe('before writing a new request', () => {
  test('the company’s open ones on the topic, newest first, three, as far as she may read them (003-29)', async () => {
    const { marketplaceId, slug, topicId, urgentTopicId } = nova
    const { owner, member, technical } = await buildPartner(database.owner, marketplaceId, slug, 'Onda', 'pt-BR')
    const made: string[] = []
    for (const actor of [owner, member, member, owner, member]) {
      await database.shiftClock(made.length * MINUTE)
      made.push((await opened(actor, topicId)).ticketId)
    }
    const [first, second, third, fourth, fifth] = made
    await opened(owner, urgentTopicId, { claim: { condition: 'orders_blocked' } })
    await cancelTicket(owner, { ticketId: fifth ?? '' })
    const numbers = async (ids: (string | undefined)[]) => {
      const rows = await database.owner.ticket.findMany({ where: { id: { in: ids.map(String) } } })
      return ids.map((id) => `NV-${rows.find((row) => row.id === id)?.number}`)
    }
    const seen = async (actor: typeof owner) => (await similarOpen(actor, topicId)).map(({ number }) => number)
    expect(await seen(owner)).toEqual(await numbers([fourth, third, second]))
    await setMembersSeeAll(owner, { membersSeeAll: false })
    expect(await seen(member)).toEqual(await numbers([third, second]))
    expect(await seen(technical)).toEqual([])
    expect(await seen(owner)).toEqual(await numbers([fourth, third, second]))
    expect(first).toBeDefined()
    await database.shiftClock(0)
  })

  test('her last five topics, newest first, without those no longer offered', async () => {
    const { marketplaceId, slug, teamId, topicId } = nova
    const { owner, member } = await buildPartner(database.owner, marketplaceId, slug, 'Brisa', 'es')
    const { categoryId } = await database.owner.topic.findFirstOrThrow({ where: { id: topicId } })
    const ids = Array.from({ length: 7 }, () => newId())
    await database.owner.topic.createMany({
      data: ids.map((id) => ({ marketplaceId, id, categoryId, teamId, key: id })),
    })
    for (const [index, id] of [...ids, ids[0] ?? ''].entries()) {
      await database.shiftClock(index * MINUTE)
      await opened(owner, id)
    }
    await database.owner.topic.updateMany({ where: { id: ids[6] ?? '' }, data: { archivedAt: new Date() } })
    expect(await recentTopics(owner)).toEqual([ids[0], ids[5], ids[4], ids[3], ids[2]])
    expect(await recentTopics(member)).toEqual([])
    await database.shiftClock(0)
  })

  test('the time within which each topic is answered (002-10)', async () => {
    const { marketplaceId, calendarId, topicId, urgentTopicId } = nova
    await database.owner.slaPolicy.create({
      data: { marketplaceId, id: newId(), calendarId, topicId: urgentTopicId, firstAnswerMinutes: 60 },
    })
    const times = await answerTimes(company.owner)
    expect([times.get(topicId), times.get(urgentTopicId)]).toEqual([480, 60])
  })
})
