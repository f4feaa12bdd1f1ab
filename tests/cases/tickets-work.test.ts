import { beforeAll, describe, expect, test } from 'vitest'
import { HOUR } from '@/lib/foundation/clock'
import {
  addNote,
  answerInput,
  answerTicket,
  askInput,
  askPartner,
  assignTicket,
  cancelTicket,
  closeInput,
  closeTicket,
  noteInput,
  replyToTicket,
  takeTicket,
  ticketForPartner,
  ticketForStaff,
} from '@/lib/tickets'
import { opened, replyForm, uploaded } from '@/tests/builders/tickets'
import { buildWorld, type World } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let world: World

beforeAll(async () => {
  world = await buildWorld(database.owner)
})

const answer = (ticketId: string, version: number, body = 'Done.') => answerInput.parse({ ticketId, version, body })
const ask = (ticketId: string, version: number, kind = 'ask') =>
  askInput.parse({ ticketId, version, body: 'Which browser?', kind })
const note = (ticketId: string, body = 'Between us.') => noteInput.parse({ ticketId, body })
const close = (ticketId: string, version: number, reason = '') => closeInput.parse({ ticketId, version, reason })

async function states(ticketId: string): Promise<(string | null)[]> {
  const events = await database.owner.ticketEvent.findMany({
    where: { ticketId, toState: { not: null } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return events.map((event) => event.toState)
}

describe('working on a request', () => {
  test('take, ask, reply, answer, solved: each step with author and time, mail to who opened it', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId, number } = await opened(casa.member, nova.topicId)
    const taken = await takeTicket(nova.agent, { ticketId })
    expect(taken).toMatchObject({ ok: true, value: { state: 'in_progress', version: 2, number } })
    const asked = await askPartner(nova.agent, ask(ticketId, 2))
    expect(asked).toMatchObject({ ok: true, value: { state: 'awaiting_partner', version: 3 } })
    const replied = await replyToTicket(casa.member, replyForm(ticketId))
    expect(replied).toMatchObject({ ok: true, value: { state: 'in_progress', number } })
    const answered = await answerTicket(nova.agent, answer(ticketId, 4))
    expect(answered).toMatchObject({ ok: true, value: { state: 'answered', version: 5 } })
    const solved = await cancelTicket(casa.member, { ticketId })
    expect(solved).toMatchObject({ ok: true, value: { reason: 'solved' } })
    expect(await states(ticketId)).toEqual([
      'created',
      'in_progress',
      'awaiting_partner',
      'in_progress',
      'answered',
      'completed',
    ])

    const page = await ticketForPartner(casa.member, number, 'en')
    expect(page?.history.map(({ kind, author }) => [kind, author?.name, author?.side])).toEqual([
      ['opened', 'Casa Lumen member', 'partner'],
      ['taken', 'Ada Agent', 'staff'],
      ['asked', 'Ada Agent', 'staff'],
      ['replied', 'Casa Lumen member', 'partner'],
      ['answered', 'Ada Agent', 'staff'],
      ['solved', 'Casa Lumen member', 'partner'],
    ])
    expect(page?.allowed).toMatchObject({ reply: false, cancel: false, followUp: true })
    const mails = await database.owner.delivery.findMany({
      where: { subjectId: ticketId },
      orderBy: { createdAt: 'asc' },
    })
    const theirs = mails.filter(({ kind }) => kind.startsWith('ticket.'))
    expect(theirs.map((mail) => mail.kind)).toEqual(['ticket.opened', 'ticket.asked', 'ticket.answered'])
    expect(new Set(theirs.map((mail) => mail.recipientId))).toEqual(new Set([casa.member.membershipId]))
    expect(await replyToTicket(casa.member, replyForm(ticketId))).toEqual({ ok: false, why: 'follow_up' })
    expect(await takeTicket(nova.agent, { ticketId })).toEqual({ ok: false, why: 'already_completed' })
  })

  test('an answer written against an older version is refused, and nothing of it is kept', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId)
    await replyToTicket(casa.owner, replyForm(ticketId))
    const late = await answerTicket(nova.agent, answer(ticketId, 1))
    expect(late).toEqual({ ok: false, why: 'changed_meanwhile', details: { version: 2 } })
    await addNote(nova.lead, note(ticketId))
    expect(await askPartner(nova.agent, ask(ticketId, 2))).toMatchObject({ why: 'changed_meanwhile' })
    expect(await closeTicket(nova.agent, close(ticketId, 2))).toMatchObject({ why: 'changed_meanwhile' })
    expect(await database.owner.ticketMessage.count({ where: { ticketId, kind: 'answer' } })).toBe(0)
    expect(await answerTicket(nova.agent, answer(ticketId, 3))).toMatchObject({ ok: true })
  })

  test('notes and their files are never to be seen by a partner, nor the lines of history about them', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId, number } = await opened(casa.owner, nova.topicId)
    const file = await uploaded(nova.agent, 'between-us.png')
    const secret = 'They always forget the tracking number.'
    const noted = await addNote(nova.agent, noteInput.parse({ ticketId, body: secret, attachmentIds: [file] }))
    expect(noted.ok).toBe(true)
    await assignTicket(nova.lead, { ticketId, assigneeId: nova.agent.membershipId })
    const theirs = await ticketForPartner(casa.owner, number, 'en')
    expect(JSON.stringify(theirs)).not.toContain(secret)
    expect(JSON.stringify(theirs)).not.toContain(file)
    expect(theirs?.history.map(({ kind }) => kind)).toEqual(['opened', 'taken'])
    const ours = await ticketForStaff(nova.lead, number, 'en')
    expect(ours?.thread.map(({ type }) => type)).toEqual(['message', 'note'])
    expect(ours?.thread[1]).toMatchObject({ body: secret, files: [{ name: 'between-us.png' }] })
    expect(ours?.assignee).toMatchObject({ name: 'Ada Agent', mine: false })
    expect(ours?.history.at(-1)?.data.personName).toBe('Ada Agent')
    const all = { answer: true, ask: true, note: true, take: true, assign: true, close: true, change: true }
    expect(ours?.allowed).toEqual(all)
  })

  test('assigning to somebody who is not staff here is refused; giving back to the team keeps the state', async () => {
    const { nova, orbit } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId)
    for (const assigneeId of [orbit.agent.membershipId, casa.owner.membershipId]) {
      expect(await assignTicket(nova.lead, { ticketId, assigneeId })).toEqual({ ok: false, why: 'assignee_unknown' })
    }
    expect(await takeTicket(nova.agent, { ticketId })).toMatchObject({ value: { state: 'in_progress', version: 2 } })
    expect(await takeTicket(nova.agent, { ticketId })).toMatchObject({ value: { version: 2 } })
    const released = await assignTicket(nova.lead, { ticketId, assigneeId: null })
    expect(released).toMatchObject({ value: { state: 'in_progress', version: 3 } })
  })

  test('twenty hands at once: only legal moves, one line of history each, no half step', async () => {
    const { nova } = world
    const [casa] = nova.partners
    for (let round = 0; round < 4; round += 1) {
      const { ticketId } = await opened(casa.owner, nova.topicId)
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const version = 1 + (index % 5)
          switch ((index + round * 3) % 7) {
            case 0:
              return answerTicket(nova.agent, answer(ticketId, version))
            case 1:
              return askPartner(nova.lead, ask(ticketId, version, 'try_this'))
            case 2:
              return takeTicket(index % 2 ? nova.agent : nova.lead, { ticketId })
            case 3:
              return addNote(nova.agent, note(ticketId))
            case 4:
              return closeTicket(nova.lead, close(ticketId, version, 'Done elsewhere'))
            case 5:
              return index > 12
                ? cancelTicket(casa.owner, { ticketId })
                : replyToTicket(casa.member, replyForm(ticketId))
            default:
              return replyToTicket(casa.owner, replyForm(ticketId))
          }
        }),
      )
      await expectSoundHistory(ticketId)
    }
  })

  test('a reply against a close: whichever comes first, the other hears of it', async () => {
    const { nova } = world
    const [casa] = nova.partners
    for (let round = 0; round < 8; round += 1) {
      const { ticketId } = await opened(casa.owner, nova.topicId)
      const [reply, closing] = await Promise.all([
        replyToTicket(casa.owner, replyForm(ticketId)),
        closeTicket(nova.agent, close(ticketId, 1)),
      ])
      const outcome = [reply.ok || reply.why, closing.ok || closing.why]
      expect([
        [true, 'changed_meanwhile'],
        ['follow_up', true],
      ]).toContainEqual(outcome)
      await expectSoundHistory(ticketId)
    }
  })

  test('a reply sent twice is one message', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId)
    const form = replyForm(ticketId)
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => replyToTicket(casa.owner, form)))
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(await database.owner.ticketMessage.count({ where: { ticketId, kind: 'message' } })).toBe(1)
    expect(await replyToTicket(casa.owner, { ...form, body: 'Other words' })).toEqual({
      ok: false,
      why: 'submission_reused',
    })
  })

  test('history never runs backwards, though a change began before the one it waited for', async () => {
    const { nova } = world
    const [casa] = nova.partners
    const { ticketId } = await opened(casa.owner, nova.topicId)
    await database.shiftClock(HOUR)
    await replyToTicket(casa.owner, replyForm(ticketId))
    await database.shiftClock(0)
    await takeTicket(nova.agent, { ticketId })
    const events = await database.owner.ticketEvent.findMany({ where: { ticketId }, orderBy: { id: 'asc' } })
    const times = events.map((event) => event.at.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })
})

/** Legal steps only, one version a step, a row that agrees with its last event. */
async function expectSoundHistory(ticketId: string): Promise<void> {
  const ticket = await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
  const events = await database.owner.ticketEvent.findMany({
    where: { ticketId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  let state: string | null = null
  for (const event of events) {
    if (event.toState === null) continue
    expect(event.fromState).toBe(state)
    expect(state).not.toBe('completed')
    state = event.toState
  }
  expect(ticket.state).toBe(state)
  expect(ticket.version).toBe(events.length)
  const ending = events.findIndex((event) => event.toState === 'completed')
  if (ending >= 0) expect(events.slice(ending + 1).every((event) => event.kind === 'noted')).toBe(true)
  const messages = await database.owner.ticketMessage.count({ where: { ticketId } })
  expect(messages).toBe(events.filter((event) => 'messageId' in (event.data as object)).length)
}
