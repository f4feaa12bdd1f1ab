import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { openTicket, openTicketInput, ticketForPartner } from '@/lib/tickets'
import { opened, requestForm } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

describe('opening a request', () => {
  test('makes ticket, message, history, clock and mail at once, with the next number (002-05, 003-09, 003-16, 003-17)', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const first = await opened(casa.owner, nova.topicId)
    const second = await opened(casa.member, nova.topicId)
    expect(first).toMatchObject({ number: 'NV-2001', appended: false, repeated: false })
    expect(second.number).toBe('NV-2002')
    expect(first.dueAt).toBeInstanceOf(Date)

    const page = await ticketForPartner(casa.owner, 'nv-2001', 'en')
    expect(page).toMatchObject({ number: 'NV-2001', state: 'created', turn: 'us', subject: 'The feed has stopped' })
    expect(page?.thread).toHaveLength(1)
    expect(page?.thread[0]).toMatchObject({ kind: 'request', locale: 'es', author: { mine: true, side: 'partner' } })
    expect(page?.history.map(({ kind, toState }) => [kind, toState])).toEqual([['opened', 'created']])
    expect(page?.court).toMatchObject({ dueAt: first.dueAt })
    expect(page?.allowed).toMatchObject({ reply: true, cancel: true, followUp: false })

    const mails = await database.owner.delivery.findMany({ where: { subjectId: first.ticketId } })
    expect(mails.map(({ kind, recipientId, locale }) => ({ kind, recipientId, locale }))).toEqual([
      { kind: 'ticket.opened', recipientId: casa.owner.membershipId, locale: 'es' },
    ])
  })

  test('twenty sendings of one form make one ticket, and each is told the same number', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const form = requestForm(nova.topicId, { subject: 'Twenty times' })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => openTicket(casa.owner, form)))
    const numbers = outcomes.map((outcome) => outcome.ok && outcome.value.number)
    expect(new Set(numbers).size).toBe(1)
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.repeated)).toHaveLength(1)
    expect(await database.owner.ticket.count({ where: { subject: 'Twenty times' } })).toBe(1)
    expect(await database.owner.ticketMessage.count({ where: { ticket: { subject: 'Twenty times' } } })).toBe(1)
  })

  test('the same key with another text is refused, and so is a colleague’s key not', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const form = requestForm(nova.topicId)
    const first = await openTicket(casa.owner, form)
    expect(await openTicket(casa.owner, { ...form, body: 'Something else' })).toEqual({
      ok: false,
      why: 'submission_reused',
    })
    const colleague = await openTicket(casa.member, form)
    expect(colleague.ok && first.ok && colleague.value.ticketId !== first.value.ticketId).toBe(true)
  })

  test('twenty openings at once get twenty numbers without a gap', async () => {
    const { orbit } = world
    const [casa, severny] = orbit.partners
    const actors = [casa.owner, casa.member, severny.owner, severny.member]
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => opened(actors[index % 4] ?? casa.owner, orbit.topicId)),
    )
    const numbers = all.map(({ number }) => Number(number.replace('OB-', ''))).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => 2001 + index))
  })

  test('a topic of another marketplace, an unknown and an archived one are all unknown', async () => {
    const { nova, orbit } = world
    const [casa] = nova.partners
    for (const topicId of [orbit.topicId, randomUUID()]) {
      expect(await openTicket(casa.owner, requestForm(topicId))).toEqual({ ok: false, why: 'topic_unknown' })
    }
    await database.owner.topic.updateMany({ where: { id: nova.topicId }, data: { archivedAt: new Date(0) } })
    expect(await openTicket(casa.owner, requestForm(nova.topicId))).toEqual({ ok: false, why: 'topic_unknown' })
    await database.owner.topic.updateMany({ where: { id: nova.topicId }, data: { archivedAt: null } })
  })

  test('what is typed is normalised before it is measured, and what was measured is stored', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const read = (subject: string, body: string) =>
      openTicketInput.safeParse({ submissionKey: randomUUID(), topicId: nova.topicId, subject, body })
    expect(read('\u200b\u200b\u200bab', 'text').success).toBe(false)
    expect(read('abc', ' \u2060\n\u200b ').success).toBe(false)
    expect(read('abc', 'x'.repeat(20_001)).success).toBe(false)
    expect(read('a'.repeat(201), 'text').success).toBe(false)
    expect(read('a'.repeat(200), 'x'.repeat(20_000)).success).toBe(true)
    const { number } = await opened(casa.owner, nova.topicId, {
      subject: 'Ｆｅｅｄ \u202e\nstopped',
      body: 'a\r\nb\u0000',
    })
    const page = await ticketForPartner(casa.owner, number, 'en')
    expect(page?.subject).toBe('Feed stopped')
    expect(page?.thread[0]?.body).toBe('a\nb')
  })
})
