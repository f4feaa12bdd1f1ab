import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetEnv } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import {
  type MailMode,
  saveMailMode,
  sendDigest,
  tellAnswered,
  tellAsked,
  tellAssigned,
  tellAutoClosed,
  tellFollowing,
  tellPartnerReplied,
  tellReminder,
} from '@/lib/notifications'
import { setMembersSeeAll } from '@/lib/partners'
import { asPartner, asStaff, asWorker } from '@/lib/tenancy'
import { answerInput, answerTicket, followTicket } from '@/lib/tickets'
import { deliverAll } from '@/tests/builders/postman'
import { opened } from '@/tests/builders/tickets'
import { AT_WORK, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld, PartnerWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { type Copy, type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'

const database = useDatabase()
let mail: SmtpReceiver
let nova: MarketplaceWorld
let casa: PartnerWorld
let ticketId: string
let number: string

beforeAll(async () => {
  mail = await startSmtpReceiver()
  process.env.SMTP_URL = mail.url
  process.env.WAYBILL_URL = 'https://support.example'
  forgetEnv()
})
afterAll(() => mail.stop())
beforeEach(async () => {
  await database.shiftClock(offsetTo(AT_WORK))
  nova = await freshMarketplace(database.owner)
  casa = nova.partners[0]
  const made = await opened(casa.member, nova.topicId, { subject: 'The feed stands still' })
  ticketId = made.ticketId
  number = made.number
})

const send = () => deliverAll(database, nova.marketplaceId)
const about =
  (ticket: string) =>
  ({ subject, text }: Copy) =>
    `${subject}${text}`.includes(ticket)
const copies = () => mail.copies().filter(about(number))
const addressOf = async (membershipId: string) =>
  (await database.owner.membership.findFirstOrThrow({ where: { id: membershipId }, include: { user: true } })).user
    .email

/** The agent's words on the request, as a row that mails read. */
async function said(body = 'Try it again.') {
  const id = newId()
  const { marketplaceId } = nova
  const row = { marketplaceId, id, ticketId, partnerId: casa.partnerId, authorId: nova.agent.membershipId }
  await database.owner.ticketMessage.create({
    data: { ...row, kind: 'answer', body, locale: 'en', createdAt: AT_WORK },
  })
  return id
}

const fact = (recipientIds: string[], factId = newId()) => ({
  marketplaceId: nova.marketplaceId,
  ticketId,
  partnerId: casa.partnerId,
  factId,
  recipientIds,
})

async function answered(recipientIds: string[]) {
  const messageId = await said()
  await asStaff(nova.agent, (tx, now) => tellAnswered(tx, now, { ...fact(recipientIds, messageId), messageId }))
}

async function asked(recipientIds: string[]) {
  const messageId = await said('Which file?')
  await asStaff(nova.agent, (tx, now) => tellAsked(tx, now, { ...fact(recipientIds, messageId), messageId }))
}

describe('a mail for each event (002-07)', () => {
  test('002-05, 002-07 the receipt and the answer: one recipient a message, in her language, of one thread', async () => {
    const people = [casa.member.membershipId, casa.owner.membershipId]
    await database.owner.user.update({ where: { id: casa.owner.userId }, data: { locale: 'ru' } })
    await answered(people)
    expect(await send()).toEqual({ SENT: 3 })
    const all = copies()
    expect(all).toHaveLength(3)
    const root = `<ticket.${ticketId}@waybill.example>`
    for (const { to, subject, headers } of all) {
      expect(to).not.toContain(',')
      expect(subject).toBe(`[${number}] The feed stands still`)
      expect(headers).toMatchObject({ references: root, 'in-reply-to': root, 'auto-submitted': 'auto-generated' })
    }
    expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(3)
    const answers = all.slice(1)
    const [member, owner] = await Promise.all(people.map(addressOf))
    expect(answers.find(({ to }) => to === member)?.text).toContain('Ada Agent ha respondido')
    expect(answers.find(({ to }) => to === owner)?.html).toContain('<html lang="ru">')
    expect(answers.find(({ to }) => to === owner)?.text).toContain('Вам ответили: Ada Agent')
  })

  test('a copy that is sent twice carries one Message-ID, and the same link', async () => {
    await send()
    const [delivery] = await database.owner.delivery.findMany({ where: { subjectId: ticketId } })
    const again = { status: 'PENDING', nextAttemptAt: AT_WORK, settledAt: null, workerId: null, leaseUntil: null }
    await database.owner.delivery.updateMany({ where: { subjectId: ticketId }, data: again })
    await database.shiftClock(offsetTo(new Date('2026-03-03T15:00:00Z')))
    await send()
    const [first, second] = copies()
    expect(first?.messageId).toBe(`<${delivery?.id}@waybill.example>`)
    expect(second?.messageId).toBe(first?.messageId)
    expect(second?.text).toBe(first?.text)
  })

  test('003-25 the reminder and the closing by itself; a reminder that is too late is not sent', async () => {
    await database.owner.ticket.updateMany({ where: { id: ticketId }, data: { state: 'answered', dueAt: null } })
    const closesAt = new Date('2026-03-04T10:00:00Z')
    const remind = () =>
      asWorker(nova.marketplaceId, (tx, now) =>
        tellReminder(tx, now, { ...fact([casa.member.membershipId]), closesAt }),
      )
    await remind()
    await send()
    expect(copies().at(-1)?.text).toContain('mié, 4 mar, 11:00')
    await remind()
    await database.shiftClock(offsetTo(new Date('2026-03-05T10:00:00Z')))
    expect(await send()).toEqual({ SUPPRESSED: 1 })
    await asWorker(nova.marketplaceId, (tx, now) => tellAutoClosed(tx, now, fact([casa.member.membershipId])))
    await send()
    expect(copies().at(-1)?.text).toContain('Tu solicitud se ha cerrado sola')
  })

  test('a colleague who follows from now on is told who added her', async () => {
    const { membershipId: addedById } = casa.member
    await asPartner(casa.member, (tx, now) =>
      tellFollowing(tx, now, { ...fact([casa.technical.membershipId]), addedById }),
    )
    await send()
    const name = (await database.owner.user.findFirstOrThrow({ where: { id: casa.member.userId } })).name
    expect(copies().find(({ text }) => text.includes('Ahora sigues'))?.text).toContain(`Te ha añadido ${name}`)
  })

  test('staff: the assignment is mailed, the partner’s reply only to who wants each; never the author’s side', async () => {
    await database.owner.ticket.updateMany({ where: { id: ticketId }, data: { assigneeId: nova.agent.membershipId } })
    await send()
    const messageId = (await database.owner.ticketMessage.findFirstOrThrow({ where: { ticketId } })).id
    const replied = () =>
      asPartner(casa.member, (tx, now) =>
        tellPartnerReplied(tx, now, { ...fact([nova.agent.membershipId]), messageId }),
      )
    await asStaff(nova.lead, (tx, now) =>
      tellAssigned(tx, now, { ...fact([nova.agent.membershipId]), byId: nova.lead.membershipId }),
    )
    await replied()
    expect(await send()).toEqual({ SENT: 1, SUPPRESSED: 1 })
    expect(copies().at(-1)?.text).toContain('Leo Lead assigned it to you.')
    await saveMailMode(nova.agent, { mode: 'each' })
    await replied()
    await send()
    const last = copies().at(-1)
    expect(last?.to).toBe(await addressOf(nova.agent.membershipId))
    expect(last?.text).toContain('Casa Lumen has replied')
    expect(last?.text).toContain(`https://support.example/${nova.slug}/desk/${number}`)
    expect(last?.text).not.toContain('/view/')
  })
})

describe('what its reader prefers', () => {
  const prefer = (mode: MailMode) => saveMailMode(casa.member, { mode })
  const me = () => [casa.member.membershipId]
  const preference = () =>
    database.owner.mailPreference.findFirstOrThrow({ where: { membershipId: casa.member.membershipId } })

  test('002-07 only when needed: the question comes, the answer does not', async () => {
    await send()
    await prefer('needed')
    await answered(me())
    await asked(me())
    expect(await send()).toEqual({ SENT: 1, SUPPRESSED: 1 })
    expect(copies().at(-1)?.text).toContain('Which file?')
    expect((await preference()).nextDigestAt).toBeNull()
  })

  test('a preference counts for mail that has not left yet, and for its own company’s reader alone', async () => {
    await answered([...me(), casa.owner.membershipId])
    await prefer('needed')
    expect(await send()).toEqual({ SENT: 1, SUPPRESSED: 2 })
  })

  test('002-07 one digest a day: at eight of the reader’s own day, by request, without what she has read', async () => {
    await send()
    await prefer('digest')
    await database.owner.user.update({ where: { id: casa.member.userId }, data: { timeZone: 'America/Sao_Paulo' } })
    const other = await opened(casa.member, nova.topicId, { subject: 'The second matter' })
    await send()
    await answered(me())
    await asked(me())
    const first = ticketId
    ticketId = other.ticketId
    await answered(me())
    ticketId = first
    const before = mail.copies().length
    expect(await send()).toEqual({ SUPPRESSED: 3 })
    expect((await preference()).nextDigestAt?.toISOString()).toBe('2026-03-03T11:00:00.000Z')

    const digest = () => sendDigest(nova.marketplaceId, casa.member.membershipId)
    await digest()
    expect(await send()).toEqual({})
    await database.owner.notice.updateMany({ where: { ticketId: other.ticketId }, data: { readAt: AT_WORK } })
    await database.shiftClock(offsetTo(new Date('2026-03-03T11:00:00Z')))
    await Promise.all([digest(), digest(), digest()])
    expect(await send()).toEqual({ SENT: 1 })
    const [copy, ...more] = mail.copies().slice(before)
    expect(more).toEqual([])
    expect(copy?.subject).toBe('Nova Market: novedades en 1 solicitud')
    expect(copy?.text).toContain(`${number}  The feed stands still`)
    expect(copy?.text).toMatch(/- Respuesta recibida · mar, 3 mar, 0?7:00\n- Necesitamos tu respuesta/)
    expect(copy?.text).not.toContain('The second matter')
    expect((await preference()).nextDigestAt).toBeNull()
    await digest()
    expect(await send()).toEqual({})
  })

  test('never an empty digest: what was read before it was put together, and before it left', async () => {
    await send()
    await prefer('digest')
    await answered(me())
    await send()
    await database.shiftClock(offsetTo(new Date('2026-03-04T12:00:00Z')))
    await database.owner.notice.updateMany({ where: { ticketId }, data: { readAt: AT_WORK } })
    await sendDigest(nova.marketplaceId, casa.member.membershipId)
    expect(await send()).toEqual({})
    await answered(me())
    await send()
    await database.shiftClock(offsetTo(new Date('2026-03-05T12:00:00Z')))
    await sendDigest(nova.marketplaceId, casa.member.membershipId)
    await database.owner.notice.updateMany({ where: { ticketId }, data: { readAt: AT_WORK } })
    expect(await send()).toEqual({ SUPPRESSED: 1 })
  })

  test('a digest leaves out a request that its reader may no longer read', async () => {
    await send()
    await saveMailMode(casa.technical, { mode: 'digest' })
    await answered([casa.technical.membershipId])
    await send()
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { membersSeeAll: false } })
    await database.shiftClock(offsetTo(new Date('2026-03-05T12:00:00Z')))
    await sendDigest(nova.marketplaceId, casa.technical.membershipId)
    expect(await send()).toEqual({ SUPPRESSED: 1 })
  })

  test('what waits still comes when she wants each mail again, once', async () => {
    await send()
    await prefer('digest')
    await answered(me())
    await send()
    await prefer('each')
    await asked(me())
    expect(await send()).toEqual({ SENT: 1 })
    await database.shiftClock(offsetTo(new Date('2026-03-05T12:00:00Z')))
    await sendDigest(nova.marketplaceId, casa.member.membershipId)
    expect(await send()).toEqual({ SENT: 1 })
    expect(copies().at(-1)?.text).toContain('Respuesta recibida')
    expect(copies().at(-1)?.text).not.toContain('Necesitamos tu respuesta')
  })

  test('who has left gets no digest', async () => {
    await send()
    await prefer('digest')
    await answered(me())
    await send()
    await database.owner.membership.updateMany({
      where: { id: casa.member.membershipId },
      data: { disabledAt: AT_WORK },
    })
    await database.shiftClock(offsetTo(new Date('2026-03-05T12:00:00Z')))
    await sendDigest(nova.marketplaceId, casa.member.membershipId)
    expect(await send()).toEqual({})
  })
})

test('a mail that was planned before never leaves to who may no longer read the request (decided 9)', async () => {
  const { owner, member, technical } = casa
  const follower = { ticketId, membershipId: technical.membershipId }
  expect(await followTicket(member, follower)).toMatchObject({ ok: true })
  await send()
  const answer = answerInput.parse({ ticketId, version: 1, body: 'Between the two of us.' })
  expect(await answerTicket(nova.agent, answer)).toMatchObject({ ok: true })
  await setMembersSeeAll(owner, { membersSeeAll: false })
  await send()
  const where = { subjectId: ticketId, kind: 'ticket.answered' }
  const planned = await database.owner.delivery.findMany({ where, select: { recipientId: true, status: true } })
  const status = (who: { membershipId: string }) =>
    planned.find(({ recipientId }) => recipientId === who.membershipId)?.status
  expect([status(member), status(technical)]).toEqual(['SENT', 'SUPPRESSED'])
})
