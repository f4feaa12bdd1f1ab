import { beforeAll, describe, expect, test } from 'vitest'
import {
  addNote,
  holdAnswer,
  markRead,
  recordFindings,
  replyToTicket,
  type StaffTicket,
  setPriority,
  setTeam,
  takeTicket,
  ticketForPartner,
  ticketForStaff,
} from '@/lib/tickets'
import { opened, replyForm, uploaded } from '@/tests/builders/tickets'
import { buildMarketplace, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld

beforeAll(async () => {
  nova = await buildMarketplace(database.owner, {
    slug: 'nova',
    name: 'Nova Market',
    prefix: 'NV',
    timeZone: 'Europe/Rome',
  })
})

async function page(number: string, actor = nova.agent): Promise<StaffTicket> {
  const found = await ticketForStaff(actor, number, 'en')
  if (!found) throw new Error('it is there')
  return found
}

describe('a request as the desk works on it', () => {
  test('002-08, 002-12: priority, team, findings, notes and what is about to leave; nothing of it for the partner', async () => {
    const [casa] = nova.partners
    const { ticketId, number } = await opened(casa.owner, nova.topicId)
    await setPriority(nova.agent, { ticketId, priority: 'high' })
    await recordFindings(nova.agent, { ticketId, reproduced: true, workaround: 'The listing was updated by hand.' })
    await addNote(nova.agent, { ticketId, body: 'Same as last week.', attachmentIds: [] })
    const before = await page(number)
    expect(before).toMatchObject({
      priority: 'high',
      priorityBy: 'agent',
      reproduced: true,
      workaround: 'The listing was updated by hand.',
      general: null,
      held: null,
    })
    expect(before.version).toBeGreaterThan(1)
    expect(before.thread.map(({ type }) => type)).toEqual(['message', 'note'])
    const file = await uploaded(nova.agent)
    const words = { ticketId, version: before.version, kind: 'try_this' as const, body: 'Please sign in again.' }
    expect(await holdAnswer(nova.agent, { ...words, attachmentIds: [file] })).toMatchObject({ ok: true })

    const mine = (await page(number)).held
    expect(mine).toMatchObject({ kind: 'try_this', body: words.body, fileIds: [file], author: { mine: true } })
    expect((mine?.sendAt?.getTime() ?? 0) - (mine?.at.getTime() ?? 0)).toBe(10_000)
    // A colleague sees that it is on its way, and none of its files.
    expect((await page(number, nova.lead)).held).toMatchObject({
      body: words.body,
      fileIds: [],
      author: { mine: false },
    })
    const partners = JSON.stringify(await ticketForPartner(casa.owner, number, 'en'))
    for (const secret of [words.body, 'by hand', 'Same as last week', 'priority', 'workaround'])
      expect(partners).not.toContain(secret)
  })

  test('002-09: why it goes before others: companies, minutes, and how many wait now', async () => {
    const [casa, severny] = nova.partners
    const one = await opened(casa.owner, nova.urgentTopicId, { claim: { condition: 'orders_blocked' } })
    const two = await opened(severny.owner, nova.urgentTopicId, { claim: { condition: 'orders_blocked' } })
    const since = new Date('2026-11-22T10:00:00Z')
    for (const { ticketId } of [one, two])
      await database.owner.ticket.updateMany({ where: { id: ticketId }, data: { generalSince: since } })
    const { partnerId } = casa
    await database.owner.ticketEvent.create({
      data: {
        marketplaceId: nova.marketplaceId,
        id: crypto.randomUUID(),
        ticketId: one.ticketId,
        partnerId,
        at: since,
        kind: 'general_fault',
        audience: 'staff',
        data: { partners: 5, minutes: 30 },
      },
    })
    expect((await page(one.number)).general).toEqual({ since, partners: 5, minutes: 30, open: 2 })
  })

  test('it may go to anybody of the staff, the team first; clocks and reading belong to who looks', async () => {
    const [casa] = nova.partners
    const { ticketId, number } = await opened(casa.member, nova.topicId)
    const fresh = await page(number)
    expect(fresh.assignable.map(({ name, ofTeam }) => [name, ofTeam])).toEqual([
      ['Ada Agent', true],
      ['Ava Admin', false],
      ['Leo Lead', false],
      ['Marta Oncall', false],
      ['Nico Oncall', false],
    ])
    expect(fresh.teams).toEqual([{ id: nova.teamId, name: 'Support' }])
    expect(fresh.clocks).toMatchObject([{ kind: 'first_answer', targetMinutes: 480, state: 'running', kept: null }])
    expect(fresh).toMatchObject({ unread: true, readAt: null })
    await markRead(nova.agent, { ticketId })
    expect((await page(number)).unread).toBe(false)
    expect((await page(number, nova.lead)).unread).toBe(true)
    await database.shiftClock(60_000)
    await replyToTicket(casa.member, replyForm(ticketId))
    expect((await page(number)).unread).toBe(true)
    await takeTicket(nova.agent, { ticketId })
    const taken = await page(number)
    expect(taken.allowed).toMatchObject({ take: false, assign: true, change: true })
    expect(await setTeam(nova.agent, { ticketId, teamId: nova.teamId })).toMatchObject({ ok: true })
  })
})
