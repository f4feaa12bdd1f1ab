import { beforeAll, describe, expect, test } from 'vitest'
import { daysOf } from '@/lib/calendar'
import { archivePromise, hoursPage, promisesPage, refreshHolidays, saveCalendar, saveDay, savePromise } from '@/lib/sla'
import { asStaff } from '@/lib/tenancy'
import { askPartner, recountPromises, replyToTicket } from '@/lib/tickets'
import { opened, replyForm } from '@/tests/builders/tickets'
import { freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'

/* Mon-Fri 09:00-18:00 in Rome, an hour ahead of UTC in winter: a first answer in eight hours. */

const database = useDatabase()
let nova: MarketplaceWorld
let general = ''

const at = (iso: string) => database.shiftClock(offsetTo(new Date(iso)))
const recount = () => recountPromises(nova.marketplaceId)
const asked = () => database.owner.slaRecount.findMany({ where: { marketplaceId: nova.marketplaceId } })
const dueOf = async (ticketId: string) =>
  (await database.owner.ticket.findFirstOrThrow({ where: { id: ticketId } })).dueAt

const week = { day1: '9-18', day2: '9-18', day3: '9-18', day4: '9-18', day5: '9-18', day6: '', day7: '' }
const hours = (more: Record<string, string> = {}) => ({
  ...{ calendarId: nova.calendarId, name: 'Office hours', timeZone: 'Europe/Rome', country: '', ...week },
  ...more,
})
const promise = (more: Record<string, string> = {}) => ({
  ...{ policyId: general, topicId: '' as const, priority: '' as const, tier: '', calendarId: nova.calendarId },
  ...{ firstAnswer: '8:00', nextAnswer: '', resolution: '', warn: '', page: '' },
  ...more,
})
const aNew = (more: Record<string, string> = {}) => {
  const { policyId: _, ...rest } = promise(more)
  return rest
}

/** Times agree within the seconds that a test takes. */
function expectAbout(moment: Date | null | undefined, iso: string): void {
  expect(Math.abs((moment?.getTime() ?? 0) - new Date(iso).getTime())).toBeLessThan(60_000)
}

beforeAll(async () => {
  nova = await freshMarketplace(database.owner)
  const { marketplaceId } = nova
  general = (await database.owner.slaPolicy.findFirstOrThrow({ where: { marketplaceId } })).id
})

describe('promises', () => {
  test('a change counts open requests anew, keeps their pauses, and changed back restores the deadline (28, S9, S24)', async () => {
    await at('2027-03-01T08:00:00Z') // Monday 09:00
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    await at('2027-03-01T10:00:00Z')
    await askPartner(nova.agent, { ticketId, version: 1, body: 'Which feed?', attachmentIds: [], kind: 'ask' })
    await at('2027-03-01T12:30:00Z')
    await replyToTicket(nova.partners[0].owner, replyForm(ticketId))
    const before = await dueOf(ticketId)
    expectAbout(before, '2027-03-02T09:30:00Z') // six of eight hours were left at 13:30
    expect(await savePromise(nova.admin, promise({ firstAnswer: '4:00' }))).toMatchObject({ ok: true })
    expect(await dueOf(ticketId)).toEqual(before)
    await recount()
    expectAbout(await dueOf(ticketId), '2027-03-01T14:30:00Z')
    expect(await asked()).toEqual([])
    await savePromise(nova.admin, promise())
    await recount()
    expect(await dueOf(ticketId)).toEqual(before)
  })

  test('a promise to a tier; a company that changes its tier is promised its times (S26)', async () => {
    await at('2027-03-08T08:00:00Z')
    const [casa, sever] = nova.partners
    await savePromise(nova.admin, aNew({ tier: 'key', firstAnswer: '2:00' }))
    const plain = await opened(casa.owner, nova.topicId)
    expectAbout(plain.dueAt, '2027-03-08T16:00:00Z')
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { tier: 'key' } })
    expect(await asked()).toHaveLength(1)
    await recount()
    expectAbout(await dueOf(plain.ticketId), '2027-03-08T10:00:00Z')
    expectAbout((await opened(casa.owner, nova.topicId)).dueAt, '2027-03-08T10:00:00Z')
    expectAbout((await opened(sever.owner, nova.topicId)).dueAt, '2027-03-08T16:00:00Z')
    await database.owner.partner.updateMany({ where: { id: casa.partnerId }, data: { tier: 'standard' } })
  })

  test('what cannot be kept, or is promised already, is refused with a reason', async () => {
    expect(await savePromise(nova.admin, aNew())).toMatchObject({ ok: false, why: 'promise_exists' })
    expect(await savePromise(nova.admin, aNew({ tier: 'plus', firstAnswer: '9999' }))).toMatchObject({ ok: true })
    expect(await savePromise(nova.admin, aNew({ tier: 'x', warn: '8:00' }))).toMatchObject({ why: 'warning_too_early' })
    const gone = crypto.randomUUID()
    expect(await savePromise(nova.admin, promise({ policyId: gone }))).toMatchObject({ why: 'not_found' })
    expect(await savePromise(nova.admin, promise({ calendarId: gone }))).toMatchObject({ why: 'calendar_unknown' })
    expect(await savePromise(nova.lead, promise())).toMatchObject({ why: 'not_allowed' })
  })

  test('an archived promise is given to nobody; who was promised it keeps it', async () => {
    await at('2027-03-15T08:00:00Z')
    const saved = await savePromise(nova.admin, aNew({ tier: 'gold', firstAnswer: '1:00' }))
    if (!saved.ok) throw new Error(saved.why)
    const { policyId } = saved.value
    expect(await archivePromise(nova.admin, { policyId })).toMatchObject({ ok: true })
    expect(await archivePromise(nova.admin, { policyId })).toMatchObject({ why: 'not_found' })
    const page = await promisesPage(nova.agent, { locale: 'en', request: null })
    expect(page?.promises.map(({ id }) => id)).not.toContain(policyId)
  })

  test('the simulator: a request on Friday 17:50 by the hours and promises as they are', async () => {
    const request = { topicId: nova.topicId, priority: 'normal', tier: 'standard', on: '2027-03-12', time: '17:50' }
    const page = await promisesPage(nova.agent, { locale: 'en', request })
    const [way] = page?.simulated?.ways ?? []
    expect(way).toMatchObject({ kind: 'first_answer', dueAt: new Date('2027-03-15T15:50:00Z') })
    expect(way?.segments.map(({ why, ahead }) => [why, ahead])).toEqual([
      ['counted', true],
      ['closed', true],
      ['counted', true],
    ])
    const odd = await promisesPage(nova.agent, { locale: 'en', request: { ...request, on: '2027-02-30' } })
    expect(odd?.simulated).toBeNull()
  })
})

describe('hours', () => {
  test('other hours move open deadlines, several intervals a day; back again restores them (28, S23)', async () => {
    await at('2027-04-12T06:30:00Z') // Monday 08:30: counted from 09:00 on
    const { ticketId } = await opened(nova.partners[1].owner, nova.topicId)
    const before = await dueOf(ticketId)
    const lunch = '09:00–13:00, 14:00–18:00'
    expect(await saveCalendar(nova.admin, hours({ day1: lunch, day2: lunch }))).toMatchObject({ ok: true })
    await recount()
    expectAbout(await dueOf(ticketId), '2027-04-12T16:00:00Z')
    await saveCalendar(nova.admin, hours())
    await recount()
    expect(await dueOf(ticketId)).toEqual(before)
  })

  test('hours that never open, or too seldom for a promise, are refused and leave everything as it was (24, S7)', async () => {
    const never = { day1: '', day2: '', day3: '', day4: '', day5: '' }
    expect(await saveCalendar(nova.admin, hours(never))).toMatchObject({ ok: false, why: 'never_open' })
    const seldom = { ...never, day1: '09:00-09:01' }
    const refused = await saveCalendar(nova.admin, hours(seldom))
    expect(refused).toMatchObject({ ok: false, why: 'hours_hold_no_promise', details: { promises: 1 } })
    expect(await saveCalendar(nova.admin, hours({ country: 'XX' }))).toMatchObject({ why: 'region_unknown' })
    expect(await saveCalendar(nova.lead, hours())).toMatchObject({ why: 'not_allowed' })
    const page = await hoursPage(nova.agent, { calendarId: null, year: null, locale: 'en' })
    expect(page?.calendar?.intervals).toHaveLength(5)
  })

  test('a region brings its holidays; each can be worked on, opened for hours, and stays so (000-07, S6)', async () => {
    await at('2027-05-03T07:00:00Z')
    await saveCalendar(nova.admin, hours({ country: 'IT' }))
    const { marketplaceId, calendarId } = nova
    const days = () => asStaff(nova.admin, (tx) => daysOf(tx, marketplaceId, calendarId, 2027))
    expect((await days()).find(({ date }) => date === '2027-06-02')).toMatchObject({
      source: 'IT',
      worksAsUsual: false,
    })
    await at('2027-06-01T07:00:00Z') // Tuesday 09:00, the holiday is on Wednesday
    const { ticketId } = await opened(nova.partners[1].owner, nova.topicId)
    await database.owner.slaClock.updateMany({ where: { ticketId }, data: { targetMinutes: 600 } })
    const due = async (choice: 'closed' | 'usual' | 'hours', more = {}) => {
      await saveDay(nova.admin, { calendarId, date: '2027-06-02', choice, ...more })
      await recount()
      return dueOf(ticketId)
    }
    // Eight hours end on Tuesday whatever the Wednesday is.
    expectAbout(await due('usual'), '2027-06-01T15:00:00Z')
    await saveCalendar(nova.admin, hours({ country: 'IT', day2: '9-12' }))
    await recount()
    expectAbout(await dueOf(ticketId), '2027-06-02T12:00:00Z') // three hours on Tuesday, five on Wednesday
    expectAbout(await due('hours', { hours: '10-12' }), '2027-06-03T10:00:00Z')
    expectAbout(await due('closed'), '2027-06-03T12:00:00Z')
    await saveDay(nova.admin, { calendarId, date: '2027-06-02', choice: 'usual' })
    // Saved again, the region does not close it anew; a day of our own comes and goes.
    await saveCalendar(nova.admin, hours({ country: 'IT' }))
    expect((await days()).find(({ date }) => date === '2027-06-02')).toMatchObject({ worksAsUsual: true })
    const own = { calendarId, date: '2027-06-04', name: 'Summer party', choice: 'closed' as const }
    expect(await saveDay(nova.admin, own)).toMatchObject({ ok: true })
    expect((await days()).find(({ date }) => date === '2027-06-04')).toMatchObject({ source: 'manual' })
    expect(await saveDay(nova.admin, { ...own, choice: 'remove' })).toMatchObject({ ok: true })
    expect(await saveDay(nova.admin, { calendarId, date: '2027-06-02', choice: 'remove' })).toMatchObject({
      why: 'not_found',
    })
  })

  test('another region takes the days of the old one away; years that come are added by the worker', async () => {
    const { marketplaceId, calendarId } = nova
    const sources = (year: number) =>
      asStaff(nova.admin, async (tx) => [
        ...new Set((await daysOf(tx, marketplaceId, calendarId, year)).map(({ source }) => source)),
      ])
    await at('2027-07-01T07:00:00Z')
    await saveCalendar(nova.admin, hours({ country: 'ES', part: 'ES-MD' }))
    expect(await sources(2028)).toEqual(['ES-MD'])
    expect((await sources(2027)).sort()).toEqual(['ES-MD', 'IT'])
    await at('2028-02-01T07:00:00Z')
    await refreshHolidays(marketplaceId)
    await refreshHolidays(marketplaceId)
    expect(await sources(2029)).toEqual(['ES-MD'])
  })
})
