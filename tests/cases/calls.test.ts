import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PartnerActor } from '@/lib/authz'
import type { Prisma } from '@/lib/db'
import {
  acknowledge,
  actorBehind,
  callList,
  callPage,
  callPartner,
  escalationPage,
  noteEscalation,
  openCalls,
  resolveEscalation,
  runTimers,
} from '@/lib/escalation'
import { HOUR, MINUTE } from '@/lib/foundation/clock'
import { forgetEnv } from '@/lib/foundation/env'
import { type ContactInput, saveContact, startPause } from '@/lib/integration'
import { asPartner } from '@/lib/tenancy'
import { deliverAll } from '@/tests/builders/postman'
import { AT_WORK, freshMarketplace, kindsOf, offsetTo, runRow } from '@/tests/builders/urgent'
import { addMailMethod, type MarketplaceWorld, type PartnerWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'

const database = useDatabase()
let mail: SmtpReceiver
let nova: MarketplaceWorld
let casa: PartnerWorld
let severny: PartnerWorld

beforeAll(async () => {
  mail = await startSmtpReceiver()
  process.env.SMTP_URL = mail.url
  process.env.WAYBILL_URL = 'https://support.example'
  forgetEnv()
})
afterAll(() => mail.stop())
beforeEach(async () => {
  await itIs(AT_WORK)
  nova = await freshMarketplace(database.owner)
  casa = nova.partners[0]
  severny = nova.partners[1]
  await addMailMethod(database.owner, casa.technical)
  await saveContact(casa.owner, contact(casa.technical))
})

const itIs = (instant: Date) => database.shiftClock(offsetTo(instant))
const inHours = (hours: number) => new Date(AT_WORK.getTime() + hours * HOUR)
const contact = (person: PartnerActor, more: Partial<ContactInput> = {}): ContactInput => ({
  member: person.membershipId,
  minSeverity: 'P2',
  when: 'always',
  days: [],
  from: '',
  to: '',
  timeZone: 'Europe/Madrid',
  ...more,
})

async function called(severity: 'P0' | 'P1' | 'P2' = 'P0', title = 'Feed answers 500'): Promise<string> {
  const asked = { partnerId: casa.partnerId, severity, title, detail: 'Since 10:52 every fetch of feed.xml fails.' }
  const outcome = await callPartner(nova.agent, asked)
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value.escalationId
}

const pages = (escalationId: string) =>
  database.owner.delivery.findMany({
    where: { subjectId: escalationId, kind: 'escalation.page' },
    orderBy: { createdAt: 'asc' },
  })
const copiesTo = async (person: { userId: string }) => {
  const { email } = await database.owner.user.findUniqueOrThrow({ where: { id: person.userId } })
  return mail.copies().filter(({ to }) => `${to}`.includes(email))
}

describe('000-13, 000-15, 000-16 calling a partner', () => {
  test('000-15 its contacts are called by severity, and read what happened and until when an answer is expected', async () => {
    const id = await called('P0')
    expect((await pages(id)).map(({ recipientId }) => recipientId)).toEqual([casa.technical.membershipId])
    await deliverAll(database, nova.marketplaceId)
    const copy = (await copiesTo(casa.technical)).at(-1)
    expect(copy?.subject).toBe('[P0] Nova Market te necesita: Feed answers 500')
    expect(copy?.text).toContain('Nos ocupamos')
    const page = await callPage(casa.member, id)
    expect(page).toMatchObject({
      state: 'waiting',
      title: 'Feed answers 500',
      detail: 'Since 10:52 every fetch of feed.xml fails.',
      allowed: { take: false, note: false, fix: false },
      steps: [
        { kind: 'opened', by: 'Ada Agent' },
        { kind: 'called', people: [{ name: 'Casa Lumen technical', channel: 'mail', status: 'SENT' }] },
      ],
    })
    expect(page?.deadlineAt?.getTime()).toBe((page?.openedAt.getTime() ?? 0) + HOUR)
    expect(await openCalls(casa.owner)).toEqual({ open: 1, untaken: 1 })
  })

  test('000-16 P0 is answered within an hour, P1 within a day, P2 within a week', async () => {
    const deadline = async (severity: 'P0' | 'P1' | 'P2') => {
      const row = await runRow(database.owner, await called(severity, `Fault ${severity}`))
      return ((row.deadlineAt?.getTime() ?? 0) - AT_WORK.getTime()) / HOUR
    }
    expect([await deadline('P0'), await deadline('P1'), await deadline('P2')].map(Math.round)).toEqual([1, 24, 168])
  })

  test('000-16 the contact takes it, writes, and says that it is mended; who called is told each time', async () => {
    const id = await called()
    expect(await acknowledge(casa.technical, { escalationId: id })).toMatchObject({
      ok: true,
      value: { state: 'ACKED' },
    })
    expect(await callPage(casa.owner, id)).toMatchObject({ state: 'taken', owner: 'Casa Lumen technical' })
    await noteEscalation(casa.technical, { escalationId: id, body: 'The disk was full.' })
    expect(await resolveEscalation(casa.owner, { escalationId: id })).toMatchObject({ value: { state: 'RESOLVED' } })
    const page = await callPage(casa.member, id)
    expect(page?.steps.map(({ kind }) => kind)).toEqual(['opened', 'called', 'taken', 'noted', 'fixed'])
    expect(page).toMatchObject({ state: 'fixed', allowed: { take: false, note: false, fix: false } })
    expect(await callList(casa.owner)).toMatchObject({ open: [], closed: [{ id, state: 'fixed' }] })
    const told = await database.owner.delivery.findMany({ where: { subjectId: id, kind: 'call.changed' } })
    expect(told.map(({ recipientId }) => recipientId)).toEqual(Array(3).fill(nova.agent.membershipId))
    await deliverAll(database, nova.marketplaceId)
    const subjects = (await copiesTo(nova.agent)).map(({ subject }) => subject)
    expect(subjects).toEqual(
      expect.arrayContaining([
        'Casa Lumen is on it: Feed answers 500',
        'Casa Lumen wrote about: Feed answers 500',
        'Casa Lumen says it is fixed: Feed answers 500',
      ]),
    )
    const onDesk = await escalationPage(nova.agent, id)
    expect(onDesk?.timeline.find(({ kind }) => kind === 'note')?.note).toBe('The disk was full.')
  })

  test('whatever a contact writes is kept, and who called is mailed of it once in ten minutes', async () => {
    const id = await called()
    const note = (body: string) => noteEscalation(casa.technical, { escalationId: id, body })
    const mails = () => database.owner.delivery.count({ where: { subjectId: id, kind: 'call.changed' } })
    for (const body of ['One.', 'Two.', 'Three.']) await note(body)
    expect(await mails()).toBe(1)
    await itIs(new Date(AT_WORK.getTime() + 11 * MINUTE))
    await note('Four.')
    await note('Five.')
    expect(await mails()).toBe(2)
    expect((await callPage(casa.owner, id))?.steps.filter(({ kind }) => kind === 'noted')).toHaveLength(5)
  })

  test('a called company moves what an answer moves, and changes nothing else of the run', async () => {
    const id = await called()
    const write = (data: Prisma.EscalationUncheckedUpdateManyInput) =>
      asPartner(casa.owner, (tx) => tx.escalation.updateMany({ where: { id }, data }))
    const changes = [
      { severity: 'P2' },
      { title: 'Nothing' },
      { deadlineAt: null },
      { evidence: { staffed: true } },
      { dedupKey: 'mine' },
      { openedAt: AT_WORK },
      { source: 'monitor' },
    ]
    for (const data of changes) await expect(write(data)).rejects.toThrow('answers a call and changes nothing else')
    expect(await write({ nextAt: AT_WORK })).toEqual({ count: 1 })
  })

  test('000-16 the link in the mail takes it without signing in, and both sides read who has it', async () => {
    const id = await called()
    await deliverAll(database, nova.marketplaceId)
    const copy = (await copiesTo(casa.technical)).findLast(({ text }) => text.includes('/ack/'))
    const token = /\/ack\/([\w-]+)/.exec(copy?.text ?? '')?.[1] ?? ''
    const behind = await actorBehind(token)
    if (!behind) throw new Error('the link leads nowhere')
    expect(behind).toMatchObject({ escalationId: id, actor: { side: 'partner', partnerId: casa.partnerId } })
    expect(await acknowledge(behind.actor, { escalationId: id })).toMatchObject({ value: { state: 'ACKED' } })
    expect(await callPage(casa.owner, id)).toMatchObject({ state: 'taken', owner: 'Casa Lumen technical' })
    expect(await escalationPage(nova.agent, id)).toMatchObject({
      state: 'ACKED',
      owner: { name: 'Casa Lumen technical' },
    })
    expect(await openCalls(casa.owner)).toEqual({ open: 1, untaken: 0 })
  })

  test('000-16 unanswered it is reminded of, and after its time the consultant and the leads are told', async () => {
    await database.owner.partner.updateMany({
      where: { id: casa.partnerId },
      data: { consultantId: nova.oncall2.membershipId },
    })
    const id = await called()
    const everybody = new Set<string>()
    for (let step = 0; step < 8; step += 1) {
      const { nextAt } = await runRow(database.owner, id)
      if (!nextAt) break
      await itIs(new Date(nextAt.getTime() + 1000))
      await runTimers(nova.marketplaceId, [id])
      for (const { recipientId } of await pages(id)) if (recipientId) everybody.add(recipientId)
      if ((await callPage(casa.owner, id))?.steps.some(({ kind }) => kind === 'told_staff')) break
    }
    expect(everybody).toContain(nova.oncall2.membershipId)
    const page = await callPage(casa.owner, id)
    expect(page?.state).toBe('late')
    expect(page?.steps.filter(({ kind }) => kind === 'reminded').length).toBeGreaterThan(0)
    // Whom of the staff it was is theirs to know.
    expect(JSON.stringify(page)).not.toContain('Nico')
    expect(page?.steps.at(-1)).toMatchObject({ kind: 'told_staff', people: [] })
  })

  test('000-08 in maintenance nobody is called: one event, which the company can read', async () => {
    await startPause(casa.owner, { from: null, until: inHours(3), reason: 'New server' })
    const id = await called()
    expect(await pages(id)).toEqual([])
    expect(await kindsOf(database.owner, id)).toEqual(['maintenance'])
    expect(await callList(casa.member)).toMatchObject({ open: [], closed: [{ id, state: 'muted' }] })
    expect((await callPage(casa.member, id))?.steps).toMatchObject([{ kind: 'muted' }])
  })

  test('a member who is no contact answers nothing; as a contact she does', async () => {
    const id = await called()
    expect(await acknowledge(casa.member, { escalationId: id })).toMatchObject({ why: 'not_allowed' })
    await saveContact(casa.owner, contact(casa.member, { minSeverity: 'P0' }))
    expect(await callPage(casa.member, id)).toMatchObject({ allowed: { take: true, note: true, fix: true } })
    expect(await acknowledge(casa.member, { escalationId: id })).toMatchObject({ ok: true })
  })

  test('another company sees nothing of it, and answers nothing', async () => {
    const id = await called()
    expect(await callPage(severny.owner, id)).toBeNull()
    expect(await callList(severny.owner)).toMatchObject({ open: [], closed: [] })
    expect(await openCalls(severny.owner)).toEqual({ open: 0, untaken: 0 })
    expect(await acknowledge(severny.owner, { escalationId: id })).toMatchObject({ why: 'not_found' })
    expect(await callPage(casa.owner, crypto.randomUUID())).toBeNull()
  })
})
