import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PartnerActor } from '@/lib/authz'
import { HOUR } from '@/lib/foundation/clock'
import { forgetEnv } from '@/lib/foundation/env'
import {
  type ContactInput,
  contactsToCall,
  endPause,
  extendPause,
  integrationNews,
  integrationPage,
  isPaused,
  moveContact,
  partnerIntegration,
  pausedNow,
  removeContact,
  resumeIntegration,
  saveContact,
  startPause,
} from '@/lib/integration'
import { myConsultant } from '@/lib/partners'
import { asWorker } from '@/lib/tenancy'
import { deliverAll } from '@/tests/builders/postman'
import { AT_NIGHT, AT_WORK, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
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
})

const itIs = (instant: Date) => database.shiftClock(offsetTo(instant))
const inHours = (hours: number) => new Date(AT_WORK.getTime() + hours * HOUR)
const paused = (partnerId = casa.partnerId) => asWorker(nova.marketplaceId, (tx, now) => isPaused(tx, partnerId, now))
const pauseRow = () =>
  database.owner.integrationPause.findFirstOrThrow({
    where: { partnerId: casa.partnerId },
    orderBy: { createdAt: 'desc' },
  })
const planned = (kind: string) =>
  database.owner.delivery.findMany({
    where: { marketplaceId: nova.marketplaceId, kind },
    orderBy: { createdAt: 'asc' },
  })

async function started(hours = 4, actor: PartnerActor = casa.owner): Promise<string> {
  const outcome = await startPause(actor, { from: null, until: inHours(hours), reason: 'New server' })
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value.pauseId
}

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
const called = (severity: 'P0' | 'P1' | 'P2') =>
  asWorker(nova.marketplaceId, (tx, now) => contactsToCall(tx, nova.marketplaceId, casa.partnerId, severity, now))

describe('000-08 maintenance', () => {
  test('000-08 runs from now until its end, whether or not the worker was there, and for its own company alone', async () => {
    expect(await paused()).toBe(false)
    await started(4, casa.technical)
    expect([await paused(), await paused(severny.partnerId)]).toEqual([true, false])
    const both = await asWorker(nova.marketplaceId, (tx, now) =>
      pausedNow(tx, [casa.partnerId, severny.partnerId], now),
    )
    expect([...both]).toEqual([casa.partnerId])
    await itIs(inHours(4.01))
    expect(await paused()).toBe(false)
    // What the worker left undone stands in no other's way.
    await startPause(casa.owner, { from: null, until: inHours(6), reason: 'Once more' })
    expect(await paused()).toBe(true)
  })

  test('000-08 one that is announced begins by itself', async () => {
    const asked = { from: inHours(2), until: inHours(3), reason: 'Move' }
    expect(await startPause(casa.owner, asked)).toMatchObject({ ok: true })
    expect(await paused()).toBe(false)
    const page = await integrationPage(casa.member)
    expect(page.pause).toMatchObject({ running: false, reason: 'Move' })
    await itIs(inHours(2.5))
    expect(await paused()).toBe(true)
    expect((await integrationNews(casa.member)).pausedUntil).toEqual(inHours(3))
  })

  test('000-08 one at a time, also when ten people start one at once', async () => {
    const asked = { from: null, until: inHours(3), reason: 'All at once' }
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => startPause(casa.owner, asked)))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await startPause(casa.owner, asked)).toMatchObject({ why: 'pause_open' })
  })

  test('000-08 times that make no sense are refused; members and staff have no such switch', async () => {
    const start = (until: Date, from: Date | null = null, actor: PartnerActor = casa.owner) =>
      startPause(actor, { from, until, reason: 'x' }).then((outcome) => (outcome.ok ? 'ok' : outcome.why))
    expect(await start(inHours(-1))).toBe('pause_backwards')
    expect(await start(inHours(2), inHours(3))).toBe('pause_backwards')
    expect(await start(inHours(24 * 15))).toBe('pause_too_long')
    expect(await start(inHours(24 * 101), inHours(24 * 100))).toBe('pause_too_far')
    expect(await start(inHours(1), null, casa.member)).toBe('not_allowed')
  })

  test('000-08 it reminds before its end and resumes by itself; both are mailed to who answers for it', async () => {
    const id = await started(4)
    await saveContact(casa.owner, contact(casa.technical))
    const row = await pauseRow()
    expect(row.nextAt).toEqual(inHours(3.5))
    await endPause(nova.marketplaceId, id)
    expect(await planned('pause.reminder')).toEqual([])
    await itIs(inHours(3.6))
    await endPause(nova.marketplaceId, id)
    await endPause(nova.marketplaceId, id)
    const reminded = (await planned('pause.reminder')).map(({ recipientId }) => recipientId)
    expect(reminded.sort()).toEqual([casa.owner.membershipId, casa.technical.membershipId].sort())
    expect(await pauseRow()).toMatchObject({ nextAt: inHours(4), endedAt: null })
    await itIs(inHours(4.1))
    await Promise.all([endPause(nova.marketplaceId, id), endPause(nova.marketplaceId, id)])
    expect(await pauseRow()).toMatchObject({ nextAt: null, endedAt: inHours(4), endedById: null })
    expect(await planned('pause.ended')).toHaveLength(2)
    await deliverAll(database, nova.marketplaceId)
    const subjects = mail.copies().map(({ subject }) => subject)
    expect(subjects.some((subject) => subject.includes('La integración de Casa Lumen se ha reanudado'))).toBe(true)
    expect((await integrationPage(casa.owner)).past).toMatchObject([{ endedBy: null, reason: 'New server' }])
  })

  test('000-08 given another end it is reminded of that one, and the old reminder is not sent', async () => {
    const id = await started(2)
    await itIs(inHours(1.6))
    await endPause(nova.marketplaceId, id)
    expect(await extendPause(casa.technical, { until: inHours(5) })).toMatchObject({ ok: true })
    const ended = await deliverAll(database, nova.marketplaceId)
    expect(ended).toEqual({ SUPPRESSED: 1 })
    expect(await pauseRow()).toMatchObject({ untilAt: inHours(5), remindedAt: null, nextAt: inHours(4.5) })
    expect(await extendPause(casa.owner, { until: inHours(1) })).toMatchObject({ why: 'pause_backwards' })
    await itIs(inHours(4.6))
    await endPause(nova.marketplaceId, id)
    expect(await planned('pause.reminder')).toHaveLength(2)
  })

  test('000-08 resume now ends it, once, and says who did', async () => {
    await started(4)
    expect(await resumeIntegration(casa.member)).toMatchObject({ why: 'not_allowed' })
    expect(await resumeIntegration(casa.technical)).toEqual({ ok: true, value: null })
    expect(await paused()).toBe(false)
    expect(await resumeIntegration(casa.owner)).toMatchObject({ why: 'pause_over' })
    expect(await extendPause(casa.owner, { until: inHours(9) })).toMatchObject({ why: 'pause_over' })
    const { past } = await integrationPage(casa.owner)
    expect(past).toMatchObject([{ endedBy: { membershipId: casa.technical.membershipId } }])
    const audited = await database.owner.auditEvent.findMany({ where: { partnerId: casa.partnerId } })
    expect(audited.map(({ act }) => act)).toEqual(['integration.pause', 'integration.resume'])
  })
})

describe('000-09 the consultant', () => {
  test('000-09 a company reads the name and address of its own consultant, as long as she is here', async () => {
    expect(await myConsultant(casa.member)).toBeNull()
    const named = { where: { id: casa.partnerId }, data: { consultantId: nova.agent.membershipId } }
    await database.owner.partner.updateMany(named)
    expect(await myConsultant(casa.member)).toMatchObject({ name: 'Ada Agent' })
    expect(await myConsultant(severny.member)).toBeNull()
    const gone = { where: { id: nova.agent.membershipId }, data: { disabledAt: AT_WORK } }
    await database.owner.membership.updateMany(gone)
    expect(await myConsultant(casa.member)).toBeNull()
  })
})

describe('000-10, 000-11 technical contacts', () => {
  test('000-10 the owner is nagged until somebody active is set, on every page, and nobody else is', async () => {
    const missing = async (actor: PartnerActor) => (await integrationNews(actor)).contactMissing
    expect([await missing(casa.owner), await missing(casa.member), await missing(casa.technical)]).toEqual([
      true,
      false,
      false,
    ])
    await saveContact(casa.owner, contact(casa.technical))
    expect(await missing(casa.owner)).toBe(false)
    const gone = { where: { id: casa.technical.membershipId }, data: { disabledAt: AT_WORK } }
    await database.owner.membership.updateMany(gone)
    expect(await missing(casa.owner)).toBe(true)
    expect((await integrationPage(casa.owner)).contacts).toMatchObject([{ reach: 'gone' }])
  })

  test('000-11 the owner adds, changes, orders and removes; others read', async () => {
    for (const person of [casa.technical, casa.member]) await saveContact(casa.owner, contact(person))
    expect(await saveContact(casa.technical, contact(casa.owner))).toMatchObject({ why: 'not_allowed' })
    expect(await saveContact(casa.owner, contact(severny.technical))).toMatchObject({ why: 'not_found' })
    expect(
      await saveContact(casa.owner, contact(casa.member, { when: 'hours', days: ['1'], timeZone: 'x' })),
    ).toMatchObject({ why: 'unknown_zone' })
    const order = async () => (await integrationPage(casa.member)).contacts.map(({ membershipId }) => membershipId)
    const [first, second] = [casa.technical.membershipId, casa.member.membershipId]
    expect(await order()).toEqual([first, second])
    await moveContact(casa.owner, { member: second, way: 'up' })
    expect(await order()).toEqual([second, first])
    await moveContact(casa.owner, { member: second, way: 'up' })
    expect(await order()).toEqual([second, first])
    expect(await removeContact(casa.technical, { member: first })).toMatchObject({ why: 'not_allowed' })
    await removeContact(casa.owner, { member: second })
    expect(await removeContact(casa.owner, { member: second })).toEqual({ ok: true, value: null })
    expect(await order()).toEqual([first])
    const { candidates, allowed } = await integrationPage(casa.member)
    expect(candidates.map(({ role }) => role).sort()).toEqual(['member', 'owner'])
    expect(allowed).toEqual({ pause: false, edit: false })
  })

  test('000-15 called by severity and hour; without a fitting contact the owners', async () => {
    expect(await called('P2')).toEqual([casa.owner.membershipId])
    const office: Partial<ContactInput> = { when: 'hours', days: ['1', '2', '3', '4', '5'], from: '09:00', to: '18:00' }
    await saveContact(casa.owner, contact(casa.technical, { ...office, minSeverity: 'P1' }))
    await saveContact(casa.owner, contact(casa.member, { minSeverity: 'P0' }))
    const [technical, member] = [casa.technical.membershipId, casa.member.membershipId]
    expect(await called('P0')).toEqual([technical, member])
    expect(await called('P1')).toEqual([technical])
    expect(await called('P2')).toEqual([casa.owner.membershipId])
    await itIs(AT_NIGHT)
    expect(await called('P0')).toEqual([member])
    expect(await called('P1')).toEqual([technical])
  })

  test('000-11 staff read them beside a request, with what reaches each; other companies do not', async () => {
    await saveContact(casa.owner, contact(casa.technical))
    await started(4)
    const read = () => partnerIntegration(nova.agent, { partnerId: casa.partnerId })
    expect(await read()).toMatchObject({
      contactMissing: false,
      pause: { running: true, by: { membershipId: casa.owner.membershipId } },
      contacts: [{ membershipId: casa.technical.membershipId, reach: 'account', now: true }],
    })
    await addMailMethod(database.owner, casa.technical)
    expect((await read())?.contacts).toMatchObject([{ reach: 'verified' }])
    expect((await integrationPage(severny.owner)).contacts).toEqual([])
    const other = await freshMarketplace(database.owner)
    expect(await partnerIntegration(other.agent, { partnerId: casa.partnerId })).toBeNull()
  })
})
