import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sweepTemporaryFiles, withdrawUpload } from '@/lib/attachments'
import { DAY, after as later, machineNow, SECOND } from '@/lib/foundation/clock'
import {
  addNote,
  answerTicket,
  closeTicket,
  dropHeld,
  holdAnswer,
  holdAnswerInput,
  noteInput,
  replyToTicket,
  sendHeldAnswer,
  setPriority,
  ticketForPartner,
  ticketForStaff,
  undoAnswer,
} from '@/lib/tickets'
import { opened, replyForm, uploaded } from '@/tests/builders/tickets'
import { AT_WORK, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

const database = useDatabase()
let nova: MarketplaceWorld
let ticketId = ''
let number = ''

const wait = (seconds: number) => database.shiftClock(offsetTo(later(AT_WORK, seconds * SECOND)))
const form = (more: Record<string, unknown> = {}) =>
  holdAnswerInput.parse({ ticketId, version: 1, body: 'It is mended.', ...more })

beforeAll(async () => {
  nova = await freshMarketplace(database.owner)
})

beforeEach(async () => {
  await wait(0)
  ;({ ticketId, number } = await opened(nova.partners[0].owner, nova.topicId))
})

/** Holds an answer that must be taken. */
async function held(more: Record<string, unknown> = {}, actor = nova.agent) {
  const outcome = await holdAnswer(actor, form(more))
  if (!outcome.ok) throw new Error(`not held: ${outcome.why}`)
  return outcome.value
}

const send = (heldId: string) => sendHeldAnswer(nova.marketplaceId, heldId)
const ticket = () => database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })
const rows = () => database.owner.heldAnswer.findMany({ where: { ticketId } })
const answers = () => database.owner.ticketMessage.findMany({ where: { ticketId, kind: { not: 'request' } } })
const mails = (kind: string) => database.owner.delivery.count({ where: { subjectId: ticketId, kind } })

describe('an answer that may be taken back', () => {
  test('waits its seconds unseen by the partner, then leaves as if it had been sent (003-22)', async () => {
    const before = await ticket()
    const { heldId, sendAt, sent, version } = await held()
    expect({ sent, version }).toEqual({ sent: false, version: 1 })
    expect(Math.abs(sendAt.getTime() - AT_WORK.getTime() - 10 * SECOND)).toBeLessThan(5 * SECOND)
    await send(heldId)
    expect(await ticket(), 'too early: nothing happened').toEqual(before)
    const theirs = await ticketForPartner(nova.partners[0].owner, number, 'en')
    expect(theirs?.thread).toHaveLength(1)
    const ours = await ticketForStaff(nova.lead, number, 'en')
    expect(ours?.held).toMatchObject({ id: heldId, body: 'It is mended.', refusedWhy: null })

    await wait(20)
    await send(heldId)
    expect(await ticket()).toMatchObject({ state: 'answered', version: 2, assigneeId: nova.agent.membershipId })
    expect(await answers()).toMatchObject([{ id: heldId, kind: 'answer', authorId: nova.agent.membershipId }])
    expect(await rows()).toEqual([])
    expect(await mails('ticket.answered')).toBe(1)
    await send(heldId)
    expect(await answers(), 'twice is once').toHaveLength(1)
    expect(await undoAnswer(nova.agent, { heldId })).toEqual({ ok: false, why: 'already_sent' })
    expect(await undoAnswer(nova.lead, { heldId })).toEqual({ ok: false, why: 'not_found' })
  })

  test('a question and a fix to try are held as well (002-08)', async () => {
    const { heldId } = await held({ kind: 'try_this', body: 'Clear the cache, please.' })
    await wait(20)
    await send(heldId)
    expect((await ticket()).state).toBe('awaiting_partner')
    expect(await answers()).toMatchObject([{ kind: 'try_this' }])
    expect(await mails('ticket.asked')).toBe(1)
  })

  test('taken back: its words and files are its author’s again, and nothing was said', async () => {
    const file = await uploaded(nova.agent, 'steps.png')
    const { heldId } = await held({ attachmentIds: [file] })
    expect(await undoAnswer(nova.lead, { heldId }), 'nobody else').toEqual({ ok: false, why: 'not_found' })
    const undone = await undoAnswer(nova.agent, { heldId })
    expect(undone).toEqual({
      ok: true,
      value: { ticketId, kind: 'answer', body: 'It is mended.', attachmentIds: [file] },
    })
    await wait(20)
    await send(heldId)
    expect(await ticket()).toMatchObject({ state: 'created', version: 1 })
    expect(await answers()).toEqual([])
    expect(await undoAnswer(nova.agent, { heldId })).toEqual({ ok: false, why: 'not_found' })
    const again = await held({ attachmentIds: [file] })
    await wait(40)
    await send(again.heldId)
    expect(await database.owner.attachment.findFirstOrThrow({ where: { id: file } })).toMatchObject({
      audience: 'partner',
      messageId: again.heldId,
      waitsFor: null,
    })
  })

  test('its files stay with it: no other message takes them, nobody withdraws them, no sweep removes them', async () => {
    const file = await uploaded(nova.agent, 'steps.png')
    const { heldId } = await held({ attachmentIds: [file] })
    const note = noteInput.parse({ ticketId, body: 'Between us.', attachmentIds: [file] })
    expect(await addNote(nova.agent, note)).toEqual({ ok: false, why: 'attachment_unknown' })
    expect(await withdrawUpload(nova.agent, file)).toMatchObject({ ok: false })
    const stored = { uploadedById: nova.agent.membershipId, id: file }
    expect(await database.owner.attachment.findFirstOrThrow({ where: stored })).toMatchObject({
      audience: 'uploader',
      waitsFor: heldId,
      ticketId: null,
    })
    // Three days old, and a sweep that looks at everything written before tomorrow.
    await database.owner.attachment.updateMany({ where: stored, data: { createdAt: later(AT_WORK, -3 * DAY) } })
    await sweepTemporaryFiles(later(machineNow(), DAY))
    expect(await database.owner.attachment.count({ where: stored })).toBe(1)
    await wait(20)
    await send(heldId)
    const theirs = await ticketForPartner(nova.partners[0].owner, number, 'en')
    expect(theirs?.thread[1]?.files).toMatchObject([{ id: file, name: 'steps.png' }])
  })

  test('something arrived meanwhile: not sent, the text is kept and its author is told', async () => {
    const file = await uploaded(nova.agent, 'steps.png')
    const { heldId } = await held({ attachmentIds: [file] })
    await replyToTicket(nova.partners[0].owner, replyForm(ticketId))
    await wait(20)
    await send(heldId)
    expect(await answers()).toMatchObject([{ kind: 'message' }])
    expect(await rows()).toMatchObject([
      { id: heldId, body: 'It is mended.', sendAt: null, refusedWhy: 'changed_meanwhile' },
    ])
    const told = await database.owner.notice.findMany({ where: { ticketId, kind: 'agent.answer_kept' } })
    expect(told).toMatchObject([{ membershipId: nova.agent.membershipId, factId: heldId }])
    expect((await ticketForStaff(nova.agent, number, 'en'))?.held).toMatchObject({ refusedWhy: 'changed_meanwhile' })
    // Another may be on its way meanwhile; the kept one is taken up again, or thrown away.
    const second = await held({ version: 2, body: 'Now it is.' })
    expect(await dropHeld(nova.agent, { heldId: second.heldId }), 'on its way').toMatchObject({ ok: false })
    expect(await dropHeld(nova.lead, { heldId })).toEqual({ ok: false, why: 'not_found' })
    expect(await undoAnswer(nova.agent, { heldId })).toMatchObject({ ok: true, value: { attachmentIds: [file] } })
    await wait(40)
    await send(second.heldId)
    expect((await answers()).map(({ kind }) => kind)).toEqual(['message', 'answer'])
    expect(await rows()).toEqual([])
  })

  test('closed or left meanwhile: kept with the reason', async () => {
    const { heldId } = await held()
    expect(await closeTicket(nova.lead, { ticketId, version: 1, reason: '' })).toMatchObject({ ok: true })
    await wait(20)
    await send(heldId)
    expect(await rows()).toMatchObject([{ refusedWhy: 'already_completed' }])
    expect(await dropHeld(nova.agent, { heldId })).toEqual({ ok: true, value: { ticketId } })
    expect(await rows()).toEqual([])

    const other = await opened(nova.partners[0].owner, nova.topicId)
    const { heldId: hers } = await held({ ticketId: other.ticketId }, nova.oncall2)
    const disabled = { where: { marketplaceId: nova.marketplaceId, id: nova.oncall2.membershipId } }
    await database.owner.membership.updateMany({ ...disabled, data: { disabledAt: AT_WORK } })
    await wait(40)
    await send(hers)
    const kept = await database.owner.heldAnswer.findFirstOrThrow({ where: { id: hers } })
    expect(kept).toMatchObject({ refusedWhy: 'not_allowed', sendAt: null })
    await database.owner.membership.updateMany({ ...disabled, data: { disabledAt: null } })
  })

  test('pressed against an older version it is refused at once; two agents: one answer is on its way', async () => {
    expect(await holdAnswer(nova.agent, form({ version: 7 }))).toEqual({
      ok: false,
      why: 'changed_meanwhile',
      details: { version: 1 },
    })
    const both = await Promise.all([
      holdAnswer(nova.agent, form({ body: 'Hers.' })),
      holdAnswer(nova.lead, form({ body: 'His.' })),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ why: 'answer_held' })
    const [row] = await rows()
    await wait(20)
    await Promise.all([send(row?.id ?? ''), send(row?.id ?? '')])
    expect(await answers()).toHaveLength(1)
  })

  test('taking back and sending at the same moment: one of the two, never both', async () => {
    for (let round = 0; round < 6; round++) {
      await wait(round * 60)
      ;({ ticketId, number } = await opened(nova.partners[0].owner, nova.topicId))
      const { heldId } = await held()
      await wait(round * 60 + 20)
      const [, undone] = await Promise.all([send(heldId), undoAnswer(nova.agent, { heldId })])
      expect(await answers()).toHaveLength(undone.ok ? 0 : 1)
      expect(undone.ok || undone.why).toBe(undone.ok ? true : 'already_sent')
      expect(await rows()).toEqual([])
    }
  })

  test('what its author does herself meanwhile is nothing new to her; a colleague’s is', async () => {
    const { heldId } = await held()
    await setPriority(nova.agent, { ticketId, priority: 'high' })
    await addNote(nova.agent, noteInput.parse({ ticketId, body: 'Watch it tomorrow.' }))
    await wait(20)
    await send(heldId)
    expect(await answers()).toMatchObject([{ id: heldId }])

    const other = await opened(nova.partners[0].owner, nova.topicId)
    const second = await held({ ticketId: other.ticketId })
    await addNote(nova.lead, noteInput.parse({ ticketId: other.ticketId, body: 'Do not promise anything.' }))
    await wait(60)
    await send(second.heldId)
    const kept = await database.owner.heldAnswer.findFirstOrThrow({ where: { id: second.heldId } })
    expect(kept.refusedWhy).toBe('changed_meanwhile')
  })

  test('answer and close: her own answer leaves first, then it is closed', async () => {
    const { heldId } = await held()
    const closed = await closeTicket(nova.agent, { ticketId, version: 1, reason: 'Mended.' })
    expect(closed).toMatchObject({ ok: true, value: { version: 3 } })
    expect(await answers()).toMatchObject([{ id: heldId }])
    expect(await ticket()).toMatchObject({ state: 'completed', completedReason: 'agent' })
    expect(await rows()).toEqual([])
    expect([await mails('ticket.answered'), await mails('ticket.closed')]).toEqual([1, 1])
  })

  test('a marketplace without seconds sends at once', async () => {
    const settings = { where: { marketplaceId: nova.marketplaceId } }
    await database.owner.marketplaceSettings.update({ ...settings, data: { undoSeconds: 0 } })
    const { heldId, sent, version } = await held()
    await database.owner.marketplaceSettings.update({ ...settings, data: { undoSeconds: 10 } })
    expect({ sent, version }).toEqual({ sent: true, version: 2 })
    expect(await answers()).toMatchObject([{ id: heldId }])
    expect(await undoAnswer(nova.agent, { heldId })).toEqual({ ok: false, why: 'already_sent' })
  })

  test('an answer of her own that is sent at once does not hold the other up', async () => {
    const { heldId } = await held({ body: 'And the second.' })
    await answerTicket(nova.agent, { ticketId, version: 1, body: 'The first.', attachmentIds: [] })
    await wait(20)
    await send(heldId)
    expect((await answers()).map(({ body }) => body).sort()).toEqual(['And the second.', 'The first.'])
  })
})

test('an agent’s further word gives the partner its days anew (003-25)', async () => {
  await answerTicket(nova.agent, { ticketId, version: 1, body: 'Done.', attachmentIds: [] })
  await database.owner.ticket.updateMany({ where: { id: ticketId }, data: { remindedAt: AT_WORK } })
  await wait(3 * 24 * 3600)
  await answerTicket(nova.agent, { ticketId, version: 2, body: 'And one more thing.', attachmentIds: [] })
  const { nextAt, remindedAt } = await ticket()
  expect(remindedAt).toBeNull()
  expect(Math.abs((nextAt?.getTime() ?? 0) - AT_WORK.getTime() - 7 * DAY)).toBeLessThan(20_000)
})
