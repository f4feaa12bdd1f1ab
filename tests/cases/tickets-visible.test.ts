import { beforeAll, describe, expect, test } from 'vitest'
import { setMembersSeeAll } from '@/lib/partners'
import {
  addNote,
  answerTicket,
  cancelTicket,
  closeTicket,
  countNeedsYou,
  listTickets,
  queue,
  replyToTicket,
  takeTicket,
  ticketForPartner,
  ticketForStaff,
} from '@/lib/tickets'
import { opened, replyForm } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

describe('who sees a request', () => {
  test('another company and another marketplace: not found, by every road', async () => {
    const { nova, orbit } = world
    const [casa, severny] = nova.partners
    const { ticketId, number } = await opened(casa.owner, nova.topicId)
    for (const stranger of [severny.owner, orbit.partners[0].owner]) {
      expect(await ticketForPartner(stranger, number, 'en')).toBeNull()
      expect(await replyToTicket(stranger, replyForm(ticketId))).toEqual({ ok: false, why: 'not_found' })
      expect(await cancelTicket(stranger, { ticketId })).toEqual({ ok: false, why: 'not_found' })
      for (const tab of ['needs_you', 'with_us', 'closed'] as const) {
        expect((await listTickets(stranger, { tab, locale: 'en' })).rows).toEqual([])
      }
    }
    const text = { ticketId, version: 1, body: 'Hello', attachmentIds: [] }
    expect(await ticketForStaff(orbit.agent, number, 'en')).toBeNull()
    expect(await answerTicket(orbit.agent, text)).toEqual({ ok: false, why: 'not_found' })
    expect(await addNote(orbit.agent, text)).toEqual({ ok: false, why: 'not_found' })
    expect(await takeTicket(orbit.agent, { ticketId })).toEqual({ ok: false, why: 'not_found' })
    expect(await closeTicket(orbit.agent, { ...text, reason: '' })).toEqual({ ok: false, why: 'not_found' })
    expect((await queue(orbit.agent, { view: 'all', locale: 'en' })).rows).toEqual([])
    expect(await ticketForStaff(nova.agent, number, 'en')).not.toBeNull()
    // The same counter, another marketplace's prefix: no number of this marketplace.
    expect(await ticketForStaff(nova.agent, number.replace('NV', 'OB'), 'en')).toBeNull()
  })

  test('own only: colleagues see theirs, the owner all, the technical contact what is urgent (decision 9)', async () => {
    const { nova } = world
    const [, severny] = nova.partners
    const mine = await opened(severny.member, nova.topicId)
    const theirs = await opened(severny.owner, nova.topicId)
    const urgent = await opened(severny.owner, nova.urgentTopicId, { claim: { condition: 'integration_down' } })
    const numbers = async (actor: typeof severny.member) => {
      const { rows, counts } = await listTickets(actor, { tab: 'with_us', locale: 'en' })
      expect(counts.with_us).toBe(rows.length)
      return rows.map((row) => row.number).sort()
    }
    const everything = [mine.number, theirs.number, urgent.number].sort()
    expect(await numbers(severny.member)).toEqual(everything)

    expect(await setMembersSeeAll(severny.member, { membersSeeAll: false })).toEqual({ ok: false, why: 'not_allowed' })
    expect(await setMembersSeeAll(severny.owner, { membersSeeAll: false })).toEqual({ ok: true, value: null })
    expect(await numbers(severny.owner)).toEqual(everything)
    expect(await numbers(severny.member)).toEqual([mine.number])
    expect(await numbers(severny.technical)).toEqual([urgent.number])
    // The list and the rule must agree, ticket by ticket.
    for (const actor of [severny.owner, severny.member, severny.technical]) {
      const listed = await numbers(actor)
      for (const number of everything) {
        expect((await ticketForPartner(actor, number, 'en')) !== null).toBe(listed.includes(number))
      }
    }
    expect(await replyToTicket(severny.member, replyForm(theirs.ticketId))).toEqual({ ok: false, why: 'not_found' })
    expect(await listTickets(severny.member, { tab: 'with_us', scope: 'company', locale: 'en' })).toMatchObject({
      scope: 'mine',
      seesCompany: false,
    })
    await setMembersSeeAll(severny.owner, { membersSeeAll: true })
  })

  test('the list counts whose turn it is, and goes on after fifty', async () => {
    const { orbit } = world
    const [casa] = orbit.partners
    const all: string[] = []
    for (let count = 0; count < 53; count += 1) all.push((await opened(casa.owner, orbit.topicId)).ticketId)
    const last = all.at(-1) ?? ''
    await answerTicket(orbit.agent, { ticketId: last, version: 1, body: 'Done', attachmentIds: [] })
    const first = await listTickets(casa.owner, { tab: 'with_us', locale: 'ru' })
    expect(first.counts).toEqual({ needs_you: 1, with_us: 52, closed: 0 })
    expect(first.rows).toHaveLength(50)
    expect(first.rows[0]?.topic).toMatchObject({ name: 'Feed import', categoryName: 'Technical support' })
    const second = await listTickets(casa.owner, { tab: 'with_us', locale: 'ru', cursor: first.nextCursor ?? '' })
    expect(second.nextCursor).toBeNull()
    const seen = [...first.rows, ...second.rows].map((row) => row.id)
    expect(new Set(seen)).toEqual(new Set(all.slice(0, 52)))
    expect(await countNeedsYou(casa.owner)).toBe(1)
    expect((await listTickets(casa.owner, { tab: 'with_us', locale: 'en', cursor: "'; drop" })).rows).toHaveLength(50)
  })
})

describe('the desk’s queue', () => {
  test('our turn by due time, then what has no promise; mine, unassigned, urgent, all; pages without overlap', async () => {
    const { orbit, nova } = world
    const [casa] = nova.partners
    await database.shiftClock(0)
    const early = await opened(casa.owner, nova.topicId, { subject: 'Early' })
    await database.shiftClock(3 * 86_400_000)
    const late = await opened(casa.owner, nova.topicId, { subject: 'Late' })
    await takeTicket(nova.agent, { ticketId: late.ticketId })
    await database.shiftClock(0)
    const met = await opened(casa.owner, nova.topicId, { subject: 'Answered once' })
    await answerTicket(nova.agent, { ticketId: met.ticketId, version: 1, body: 'Yes', attachmentIds: [] })
    await replyToTicket(casa.owner, replyForm(met.ticketId))
    const urgent = await opened(casa.owner, nova.urgentTopicId, { claim: { condition: 'orders_blocked' } })

    const waiting = await queue(nova.agent, { view: 'waiting', locale: 'en' })
    const ids = waiting.rows.map((row) => row.id)
    expect(ids.indexOf(early.ticketId)).toBeLessThan(ids.indexOf(late.ticketId))
    expect(ids.at(-1)).toBe(met.ticketId)
    const due = waiting.rows.flatMap((row) => row.dueAt?.getTime() ?? [])
    expect(due).toEqual([...due].sort((a, b) => a - b))
    const mine = await queue(nova.agent, { view: 'mine', locale: 'en' })
    expect(mine.rows.map((row) => row.id).sort()).toEqual([late.ticketId, met.ticketId].sort())
    expect(mine.counts.mine).toBe(2)
    const unassigned = await queue(nova.agent, { view: 'unassigned', locale: 'en' })
    expect(unassigned.rows.some((row) => row.assignee !== null)).toBe(false)
    const claims = await queue(nova.lead, { view: 'urgent', locale: 'en' })
    expect(claims.rows.map((row) => row.id)).toContain(urgent.ticketId)
    expect(claims.rows.every((row) => row.claim === 'claimed')).toBe(true)

    const first = await queue(orbit.agent, { view: 'waiting', locale: 'en' })
    const second = await queue(orbit.agent, { view: 'waiting', locale: 'en', cursor: first.nextCursor ?? '' })
    const seen = [...first.rows, ...second.rows].map((row) => row.id)
    expect(seen).toHaveLength(52)
    expect(new Set(seen).size).toBe(52)
  })

  test('the desk’s page shows the company and its last five other requests', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { number } = await opened(casa.member, nova.topicId)
    const page = await ticketForStaff(nova.agent, number, 'it')
    if (page?.side !== 'staff') throw new Error('not the staff’s page')
    expect(page.partner).toMatchObject({ name: 'Casa Lumen', tier: 'standard', lifecycle: 'live', locale: 'es' })
    expect(page.partner.recent).toHaveLength(5)
    expect(page.partner.recent.some((recent) => recent.number === number)).toBe(false)
    expect(page.requester).toMatchObject({ name: 'Casa Lumen member', locale: 'es', timeZone: 'Europe/Madrid' })
    expect(page.assignable[0]).toMatchObject({ name: 'Ada Agent', ofTeam: true })
    expect(page.assignable.filter(({ ofTeam }) => ofTeam)).toHaveLength(1)
  })
})
