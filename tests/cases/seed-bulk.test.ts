import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { business, type CalendarHours } from '@/lib/calendar'
import { calendarOf } from '@/lib/calendar/store'
import { MINUTE, machineNow } from '@/lib/foundation/clock'
import { clockOf } from '@/lib/sla'
import { laterRounds } from '@/lib/sla/turns'
import { move, type TicketAct } from '@/lib/tickets/lifecycle'
import { EVENT_KINDS, type TicketState } from '@/lib/tickets/schema'
import { fillMarketplace } from '@/prisma/seeds/bulk/fill'
import { brands } from '@/prisma/seeds/bulk/texts'
import { seedDemo } from '@/prisma/seeds/demo'
import { useDatabase } from '@/tests/setup/database'
import { run, until } from '@/tests/setup/process'

const database = useDatabase()
const world = () => database.owner
let files: string
let hours: CalendarHours
const said: string[] = []

const WANTED = 3000
const BATCH = 250

const fill = (tickets: number, afterBatch?: (done: number) => void) =>
  fillMarketplace({
    database: database.urls.owner,
    tickets,
    folder: files,
    say: (line) => said.push(line),
    batch: BATCH,
    ...(afterBatch && { afterBatch }),
  })

/** What each line of a history did; a reminder does nothing. */
const acts: Readonly<Record<string, TicketAct>> = {
  taken: 'agent.take',
  answered: 'agent.answer',
  asked: 'agent.ask',
  try_asked: 'agent.ask',
  replied: 'partner.message',
  cancelled: 'partner.cancel',
  solved: 'partner.cancel',
  rated: 'partner.rate',
  closed: 'agent.close',
  auto_closed: 'worker.autoClose',
}

/** The bulk requests alone: the demo's stand beside them. */
async function bulkTickets() {
  const rows = await world().$queryRaw<{ id: string }[]>`
    select id from ticket where substr(id::text, 15, 9) = '75ed-85ed' order by number`
  return rows.map(({ id }) => id)
}

beforeAll(async () => {
  files = await mkdtemp(path.join(tmpdir(), 'waybill-bulk-'))
  await seedDemo(world(), { files, hashPassword: async () => 'nobody signs in here' })
  // Ended twice: killed, wherever it was, and pulled out between two batches.
  await killedMidway()
  await expect(
    fill(WANTED, (done) => {
      if (done >= WANTED - 2 * BATCH) throw new Error('pulled out')
    }),
  ).rejects.toThrow('pulled out')
  await fill(WANTED)
  const { id } = await world().marketplace.findFirstOrThrow({ where: { slug: 'nova' } })
  hours = await calendarOf(world(), id)
}, 120_000)
afterAll(() => rm(files, { recursive: true, force: true }))

/** Starts the command itself, asked for far more, and kills it while it writes. */
async function killedMidway() {
  const env = { ...process.env, DATABASE_URL_OWNER: database.urls.owner, WAYBILL_FILES: files, NODE_ENV: 'production' }
  const seed = run(['--import', 'tsx', 'prisma/seed.ts', '--tickets', '1000000'], env)
  await until('a batch stands', async () => (await bulkTickets()).length > 0, 60_000, seed)
  expect(await seed.kill()).toBe('SIGKILL')
}

describe('requests in bulk', () => {
  test('are as many as were asked for, each once, however often it was ended', async () => {
    const ids = await bulkTickets()
    const ordinals = ids.map((id) => parseInt(id.slice(-6), 16))
    expect(new Set(ordinals).size).toBe(ids.length)
    expect(ids.length).toBe(Math.max(...ordinals))
    expect(ids.length).toBeGreaterThanOrEqual(WANTED)
    expect(await fill(WANTED)).toBe(0)
    expect((await bulkTickets()).length).toBe(ids.length)
  })

  test('each stands where its history leads, by legal steps alone', async () => {
    const tickets = await world().ticket.findMany({
      where: { id: { in: await bulkTickets() } },
      include: { events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    })
    for (const { events, ...ticket } of tickets) {
      const [opening, ...later] = events
      expect([opening?.kind, opening?.toState, opening?.at]).toEqual(['opened', 'created', ticket.createdAt])
      let state: TicketState = 'created'
      let reason: string | null = null
      for (const event of later) {
        expect(EVENT_KINDS).toContain(event.kind)
        const act = acts[event.kind]
        if (!act) {
          expect([event.kind, event.toState]).toEqual(['reminded', null])
          continue
        }
        const moved = move(state, act, { now: event.at, completedAt: null, ratedAt: null, ratingDays: 30 })
        expect(moved, `${event.kind} in ${state}`).toMatchObject({ ok: true, state: event.toState })
        expect(event.fromState).toBe(state)
        if (!moved.ok) continue
        state = moved.state
        reason = moved.reason ?? reason
      }
      const last = events.filter(({ kind }) => kind !== 'reminded').at(-1)
      expect([ticket.state, ticket.completedReason, ticket.updatedAt]).toEqual([state, reason, last?.at])
      expect(ticket.completedAt).toEqual(state === 'completed' ? last?.at : null)
      expect(ticket.version).toBe(events.filter(({ kind }) => kind !== 'reminded').length)
    }
  })

  test('clocks, deadlines and times are what the rules compute', async () => {
    const ids = await bulkTickets()
    const sample = [...ids.slice(0, 200), ...ids.slice(-500)]
    const tickets = await world().ticket.findMany({
      where: { id: { in: sample } },
      include: { clocks: true, events: { where: { toState: { not: null } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    })
    for (const { events, clocks, ...ticket } of tickets) {
      const states = events.map(({ at, toState }) => ({ at, state: toState as TicketState }))
      const round = laterRounds(states).at(-1)
      const kinds = round ? ['first_answer', 'next_answer'] : ['first_answer']
      expect(clocks.map(({ kind }) => kind).sort()).toEqual(kinds)
      const due = clocks.flatMap((row) => {
        const first = row.kind === 'first_answer'
        const clock = clockOf(hours, row.targetMinutes * MINUTE, first ? states : (round?.events ?? []))
        const pausedAt = clock.phase === 'paused' ? clock.changedAt : null
        const startedAt = first ? ticket.createdAt : round?.startedAt
        expect(row).toMatchObject({ dueAt: clock.dueAt, pausedAt, metAt: clock.metAt, startedAt })
        if (first) expect(ticket.firstAnsweredAt).toEqual(clock.metAt)
        return clock.dueAt ?? []
      })
      expect(ticket.dueAt).toEqual(due[0] ?? null)
      const took = (to: Date | null) => to && Math.floor(business(hours, ticket.createdAt, to) / MINUTE)
      expect([ticket.firstAnswerTook, ticket.completionTook]).toEqual([
        took(ticket.firstAnsweredAt),
        took(ticket.completedAt),
      ])
    }
    expect(tickets.filter(({ dueAt }) => dueAt).length).toBeGreaterThan(3)
  })

  test('what was said is there, and what was sent; both are found', async () => {
    const ids = await bulkTickets()
    const counts = await world().ticketMessage.count({ where: { ticketId: { in: ids } } })
    expect(counts / ids.length).toBeGreaterThan(3.4)
    expect(counts / ids.length).toBeLessThan(4.4)
    const told = await world().$queryRaw<{ lost: bigint }[]>`
      select count(*) as lost from ticket_event e where e.data ? 'messageId' and not exists (
        select from ticket_message m where m.ticket_id = e.ticket_id and m.id = (e.data->>'messageId')::uuid and m.created_at = e.at)`
    expect(told[0]?.lost).toBe(0n)
    const [documents] = await world().$queryRaw<{ all: bigint; wrong: bigint }[]>`
      select count(*) as all, count(*) filter (where tsvector_to_array(s.document) is distinct from tsvector_to_array(search_document(t.locale,
          concat_ws(' ', t.subject,
            (select string_agg(m.body, ' ') from ticket_message m where m.ticket_id = t.id),
            (select string_agg(a.file_name, ' ') from attachment a where a.ticket_id = t.id))))) as wrong
        from ticket t left join ticket_search s on s.ticket_id = t.id and s.audience = 'partner' where t.id = any (${ids.slice(-400)}::uuid[])`
    expect(documents).toEqual({ all: 400n, wrong: 0n })
    const attachments = await world().attachment.findMany({ where: { ticketId: { in: ids } } })
    expect(attachments.length / ids.length).toBeGreaterThan(0.07)
    for (const { storageKey, bytes } of attachments)
      expect((await readFile(path.join(files, storageKey))).length).toBe(Number(bytes))
  })

  test('are found however deep they lie: the newest that hold all the words', async () => {
    const { id } = await world().marketplace.findFirstOrThrow({ where: { slug: 'nova' } })
    const asked = [
      'pedido',
      'pedido saldo',
      `pedido ${brands[40]}`,
      brands.at(-40) ?? '',
      `foto ${brands.at(-9)}`,
      'zzqq',
    ]
    await world().$transaction(async (tx) => {
      await tx.$queryRaw`select set_config('app.side', 'staff', true), set_config('app.marketplace', ${id}, true)`
      for (const words of asked)
        for (const most of [51, 5000]) {
          const found = await tx.$queryRaw`select id from search_tickets(${words}, 'es', ${most}::int)`
          const all = await tx.$queryRaw`
            select distinct s.ticket_id as id from ticket_search s
             where s.marketplace_id = ${id}::uuid and s.document @@ search_query('es', ${words}) order by 1 desc limit ${most}`
          expect(found, words).toEqual(all)
        }
    })
  })

  test('look like those of a marketplace: few open, many companies and languages, some rated', async () => {
    const tickets = await world().ticket.findMany({
      where: { id: { in: await bulkTickets() } },
      include: { rating: true },
    })
    const open = tickets.filter(({ state }) => state !== 'completed')
    expect(open.length / tickets.length).toBeGreaterThan(0.005)
    expect(open.length / tickets.length).toBeLessThan(0.05)
    expect(new Set(tickets.map(({ locale }) => locale)).size).toBeGreaterThan(2)
    expect(new Set(tickets.map(({ partnerId }) => partnerId)).size).toBeGreaterThan(5)
    const rated = tickets.filter(({ rating }) => rating)
    expect(rated.length / tickets.length).toBeGreaterThan(0.3)
    expect(rated.length / tickets.length).toBeLessThan(0.5)
    expect(rated.every(({ completedReason }) => completedReason === 'rated')).toBe(true)
  })

  test('leave the worker nothing to catch up with', async () => {
    const present = machineNow()
    const tickets = await world().ticket.findMany({ where: { id: { in: await bulkTickets() } } })
    expect(tickets.filter(({ consideredAt }) => consideredAt === null)).toEqual([])
    for (const { state, nextAt, createdAt } of tickets) {
      expect(nextAt !== null).toBe(state === 'answered' || state === 'awaiting_partner')
      expect(nextAt === null || nextAt.getTime() > present.getTime() - 2 * MINUTE).toBe(true)
      expect(createdAt.getTime()).toBeLessThan(present.getTime())
    }
  })

  test('are told of while they are made: how many, how fast, how long still', () => {
    expect(said.find((line) => line.includes('requests'))).toMatch(
      /^[\d,]+ of 3,000 requests, \d+ a second, \d+ min \d\d s left$/,
    )
  })

  test('leave the numbers whole: the next request gets one that nobody has', async () => {
    const [row] = await world().$queryRaw<{ last: number; most: number }[]>`
      select c.last, (select max(number) from ticket t where t.marketplace_id = c.marketplace_id) as most
        from ticket_counter c join marketplace m on m.id = c.marketplace_id where m.slug = 'nova'`
    expect(row?.last).toBeGreaterThanOrEqual(row?.most ?? Number.NaN)
  })
})
