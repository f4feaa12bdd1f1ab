import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fitsItsName, HEAD_BYTES } from '@/lib/attachments/fits-its-name'
import { type CalendarHours, calendarHours } from '@/lib/calendar'
import { calendarOf } from '@/lib/calendar/store'
import { fold } from '@/lib/escalation/fold'
import { eventOf, runOf } from '@/lib/escalation/run'
import { DAY, HOUR, MINUTE, machineNow } from '@/lib/foundation/clock'
import { locales } from '@/lib/i18n/locales'
import { hashPassword, passwordMatches } from '@/lib/identity/password'
import { onCall, scheduleOf } from '@/lib/oncall'
import { clockOf } from '@/lib/sla'
import { COMPLETED_REASONS, EVENT_KINDS, TICKET_STATES, type TicketState } from '@/lib/tickets/schema'
import { seedDemo } from '@/prisma/seeds/demo'
import logins from '@/prisma/seeds/demo-logins.json'
import { createDatabase, type TestDatabase, useDatabase } from '@/tests/setup/database'

const database = useDatabase()
const world = () => database.owner
let files: string
const hash = hashPassword(logins[0]?.password ?? '')
const settings = () => ({ files, hashPassword: () => hash })

beforeAll(async () => {
  files = await mkdtemp(path.join(tmpdir(), 'waybill-demo-'))
  expect(await seedDemo(database.owner, settings())).toBe(true)
})
afterAll(() => rm(files, { recursive: true, force: true }))

describe('the demo world', () => {
  test('loading it again changes nothing', async () => {
    const counts = () => Promise.all([world().ticket.count(), world().user.count(), world().delivery.count()])
    const before = await counts()
    expect(await seedDemo(database.owner, settings())).toBe(false)
    expect(await counts()).toEqual(before)
  })

  test('everybody is invented and can sign in as the start block says', async () => {
    const users = await world().user.findMany({ include: { memberships: true } })
    expect(users.filter(({ email }) => !/^[a-z.]+@[a-z-]+\.example$/.test(email))).toEqual([])
    for (const { email, password } of logins) {
      const user = users.find((one) => one.email === email)
      expect(await passwordMatches(user?.passwordHash, password), email).toBe(true)
      const active = user?.memberships.filter(({ joinedAt, disabledAt }) => joinedAt && !disabledAt)
      expect(active?.length, email).toBeGreaterThan(0)
    }
    const several = users.find(({ memberships }) => memberships.length > 2)
    expect(logins.map(({ email }) => email)).toContain(several?.email)
    expect(new Set(several?.memberships.map(({ marketplaceId }) => marketplaceId)).size).toBe(2)
  })

  test('requests: every state, every reason but merging, every language, every kind of people', async () => {
    const tickets = await world().ticket.findMany()
    expect(new Set(tickets.map(({ state }) => state))).toEqual(new Set(TICKET_STATES))
    const reasons = new Set(tickets.flatMap(({ completedReason }) => completedReason ?? []))
    expect(reasons).toEqual(new Set(COMPLETED_REASONS.filter((reason) => reason !== 'merged')))
    for (const marketplace of await world().marketplace.findMany()) {
      const own = tickets.filter(({ marketplaceId }) => marketplaceId === marketplace.id)
      expect(new Set(own.map(({ locale }) => locale))).toEqual(new Set(locales))
      expect(own.length).toBeGreaterThanOrEqual(20)
    }
    expect(await world().ticketNote.count()).toBeGreaterThan(10)
    const topics = await world().topic.findMany({ include: { tickets: true } })
    expect(topics.filter((topic) => topic.tickets.length > 0).length).toBeGreaterThan(20)
  })

  test('requests: each state is what its history leads to, each clock what its history says', () =>
    checkTickets(database))

  test('files are there, whole, and what their names say', async () => {
    const rows = await world().attachment.findMany()
    expect(rows.length).toBeGreaterThan(15)
    for (const { storageKey, bytes, sha256, fileName } of rows) {
      const content = await readFile(path.join(files, storageKey))
      expect(content.length).toBe(Number(bytes))
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
      const extension = fileName.split('.').at(-1) ?? ''
      expect(await fitsItsName(extension, content.subarray(0, HEAD_BYTES), content.includes(0)), fileName).toBe(true)
    }
  })

  test('invariant 3: each escalation is the fold of its events; nothing pages by itself', () =>
    checkEscalations(database))

  test('the incident night is NV-2041: silent first engineer, the next one takes it, resolved', async () => {
    const { id: marketplaceId } = await world().marketplace.findUniqueOrThrow({ where: { slug: 'nova' } })
    const ticket = await world().ticket.findFirstOrThrow({ where: { marketplaceId, number: 2041 } })
    const run = await world().escalation.findFirstOrThrow({ where: { ticketId: ticket.id } })
    const events = await world().escalationEvent.findMany({ where: { escalationId: run.id }, orderBy: { seq: 'asc' } })
    expect(events.map(({ kind }) => kind)).toEqual([
      'opened',
      'step_entered',
      'step_entered',
      'confirmed',
      'acked',
      'resolved',
    ])
    const pages = await world().delivery.findMany({ where: { subjectId: run.id }, orderBy: { createdAt: 'asc' } })
    expect(pages.every(({ status }) => status === 'SENT')).toBe(true)
    expect(pages[0]?.recipientId).not.toBe(run.ackedById)
    expect(pages.slice(1).map(({ recipientId }) => recipientId)).toContain(run.ackedById)
  })

  test('calendars can be saved, somebody is on call now, and everybody on call can be reached', async () => {
    for (const { id } of await world().marketplace.findMany()) {
      expect(calendarHours.safeParse(await hoursOf(database, id)).success).toBe(true)
      const row = await world().schedule.findFirstOrThrow({ where: { marketplaceId: id, isDefault: true } })
      const schedule = await scheduleOf(world(), row.id)
      const { primary, others } = schedule ? onCall(schedule, machineNow()) : { primary: null, others: [] }
      expect(others.length).toBeGreaterThan(0)
      const rules = await world().notifyRule.count({ where: { membershipId: { in: [primary ?? '', ...others] } } })
      expect(rules).toBe(1 + others.length)
    }
  })
})

describe('the demo world is whole on any day', () => {
  const present = machineNow().getTime()
  const monday = Date.UTC(2027, 2, 1)
  const moments = [
    ['Monday before opening', monday + 6 * HOUR],
    ['Tuesday at lunch', monday + DAY + 12.5 * HOUR],
    ['Friday evening', monday + 4 * DAY + 20 * HOUR],
    ['Sunday night, as clocks change', Date.UTC(2027, 2, 28, 2, 10)],
    ['Boxing Day', Date.UTC(2027, 11, 26, 11)],
  ] as const

  test.each(moments)('%s', async (_name, moment) => {
    const fresh = await createDatabase()
    try {
      await fresh.shiftClock(moment - present)
      expect(await seedDemo(fresh.owner, settings())).toBe(true)
      await checkTickets(fresh)
      await checkEscalations(fresh)
    } finally {
      await fresh.drop()
    }
  })
})

const hoursOf = ({ owner }: TestDatabase, marketplaceId: string): Promise<CalendarHours> =>
  calendarOf(owner, marketplaceId)

async function checkTickets(of: TestDatabase): Promise<void> {
  const tickets = await of.owner.ticket.findMany({
    include: { events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] }, clocks: true, messages: true },
  })
  const [{ now } = { now: machineNow() }] = await of.owner.$queryRaw<{ now: Date }[]>`select app_now() as now`
  for (const { marketplaceId, number, state, createdAt, updatedAt, events, clocks, messages } of tickets) {
    const what = `number ${number}`
    expect(events[0], what).toMatchObject({ kind: 'opened', toState: 'created', at: createdAt })
    const steps = events.filter(({ toState }) => toState !== null)
    for (const [index, step] of steps.entries()) expect(step.fromState, what).toBe(steps[index - 1]?.toState ?? null)
    expect(steps.at(-1)?.toState, what).toBe(state)
    expect(EVENT_KINDS as readonly string[], what).toEqual(expect.arrayContaining(events.map(({ kind }) => kind)))
    expect(updatedAt.getTime(), what).toBeLessThanOrEqual(now.getTime())
    expect(
      events.every(({ at }) => at <= now),
      what,
    ).toBe(true)
    expect(messages.filter(({ kind }) => kind === 'request').length, what).toBe(1)
    const [clock] = clocks
    if (!clock) throw new Error(`${what} has no clock`)
    const states = steps.map(({ at, toState }) => ({ at, state: toState as TicketState }))
    const again = clockOf(await hoursOf(of, marketplaceId), clock.targetMinutes * MINUTE, states)
    expect(clock, what).toMatchObject({
      dueAt: again.dueAt,
      metAt: again.metAt,
      pausedAt: again.phase === 'paused' ? again.changedAt : null,
    })
  }
}

async function checkEscalations(of: TestDatabase): Promise<void> {
  const rows = await of.owner.escalation.findMany({ include: { events: { orderBy: { seq: 'asc' } } } })
  expect(rows.length).toBeGreaterThanOrEqual(6)
  for (const row of rows) expect(runOf(row).row).toEqual(fold(row.events.map(eventOf)))
  for (const { id } of await of.owner.marketplace.findMany()) {
    const open = rows.filter(({ marketplaceId, closedAt }) => marketplaceId === id && !closedAt)
    expect(open.map(({ state }) => state)).toEqual(['ACKED'])
  }
  // Schedules are looked at all the time.
  const [due] = await of.owner.$queryRaw<{ due: bigint }[]>`
    select count(*) as due from due_work(app_now() + interval '1 day', 100, array[]::uuid[])
     where id is not null and kind <> 'shift'`
  expect(Number(due?.due)).toBe(0)
  expect(await of.owner.deliveryAttempt.count({ where: { outcome: 'retry' } })).toBe(1)
}
