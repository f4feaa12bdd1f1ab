import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Prisma } from '@/lib/db'
import { DAY, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { answerTicket, holdAnswer, holdAnswerInput } from '@/lib/tickets'
import { opened } from '@/tests/builders/tickets'
import { AT_NIGHT, AT_WORK, claimed, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import { buildPartner, type MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import type { Running } from '@/tests/setup/process'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'
import { startWorker } from '@/tests/setup/worker-process'

/* A real worker, in the database's own time: what falls due and is no page. */

const database = useDatabase()
let mail: SmtpReceiver
let nova: MarketplaceWorld
let start = AT_WORK
let workers: Running[] = []
let holder: pg.Client | undefined

beforeAll(async () => {
  mail = await startSmtpReceiver()
})
afterAll(() => mail.stop())

beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  mail.mood('accept')
  start = AT_WORK
  await pass(0)
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()))
  workers = []
  await letGo()
})

/** Somebody else holds on to these tickets. */
async function holdOnTo(ids: string[]): Promise<void> {
  holder = new pg.Client({ connectionString: database.urls.owner })
  await holder.connect()
  await holder.query('begin')
  await holder.query('select from ticket where id = any ($1::uuid[]) for update', [ids])
}

async function letGo(): Promise<void> {
  await holder?.end()
  holder = undefined
}

/** So long after the beginning of the test, by the database's clock. */
const pass = (milliseconds: number) => database.shiftClock(offsetTo(start) + milliseconds)

function work() {
  const env = {
    DATABASE_URL_WORKER: database.urls.worker,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '',
    SMTP_URL: mail.url,
    WAYBILL_URL: 'https://support.example',
  }
  return startWorker(env, workers)
}

async function until(look: () => Promise<boolean>, what: string, limit = 40_000): Promise<void> {
  for (const begun = performance.now(); ; await pause(20)) {
    if (await look()) return
    if (performance.now() - begun > limit) throw new Error(`${what} did not come`)
  }
}

const ticket = (id: string) => database.owner.ticket.findFirstOrThrow({ where: { id } })
const answers = (ticketId: string) => database.owner.ticketMessage.count({ where: { ticketId, kind: 'answer' } })

async function held(ticketId: string, more: Record<string, unknown> = {}, by = nova): Promise<string> {
  const outcome = await holdAnswer(by.agent, holdAnswerInput.parse({ ticketId, version: 1, body: 'Done.', ...more }))
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value.heldId
}

async function several(count: number): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index++) ids.push((await opened(nova.partners[0].owner, nova.topicId)).ticketId)
  return ids
}

describe('held answers and the worker', { timeout: 120_000 }, () => {
  test('sent when their seconds are over, and not before; the mail follows', async () => {
    await work()
    const { ticketId, number } = await opened(nova.partners[0].owner, nova.topicId)
    await held(ticketId)
    await pause(1_500)
    expect(await answers(ticketId)).toBe(0)
    await pass(10 * MINUTE)
    await until(async () => (await answers(ticketId)) === 1, 'the answer')
    await mail.waitFor(({ subject, text }) => subject.includes(number) && text.includes('Done.'))
    expect(await database.owner.heldAnswer.count({ where: { ticketId } })).toBe(0)
  })

  test('in real time too: a worker that sleeps wakes for it', async () => {
    await work()
    const settings = { where: { marketplaceId: nova.marketplaceId } }
    await database.owner.marketplaceSettings.update({ ...settings, data: { undoSeconds: 2 } })
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    const begun = performance.now()
    await held(ticketId)
    await until(async () => (await answers(ticketId)) === 1, 'the answer', 6_000)
    expect(performance.now() - begun).toBeGreaterThan(1_500)
  })

  test('kill -9 in the middle of sending: the next worker sends it, once', async () => {
    const first = await work()
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    await held(ticketId)
    // It stands at the ticket's row when it is killed.
    await holdOnTo([ticketId])
    await pass(10 * MINUTE)
    const waits = Prisma.sql`select pid from pg_stat_activity where usename = 'waybill_worker' and wait_event_type = 'Lock'
      and datname = current_database()`
    await until(async () => (await database.owner.$queryRaw<object[]>(waits)).length > 0, 'the sending')
    await first.kill()
    await letGo()
    expect(await answers(ticketId)).toBe(0)
    expect(await database.owner.heldAnswer.count({ where: { ticketId, sendAt: { not: null } } })).toBe(1)
    await Promise.all([work(), work()])
    await until(async () => (await answers(ticketId)) === 1, 'the answer')
    await pause(700)
    expect(await answers(ticketId)).toBe(1)
    expect(await database.owner.delivery.count({ where: { subjectId: ticketId, kind: 'ticket.answered' } })).toBe(1)
  })

  test('one that cannot be sent never stands before the others, and goes once it can', async () => {
    const [bad, ...good] = await several(5)
    await database.owner.$executeRawUnsafe(`
      create function refuse_message() returns trigger language plpgsql as $$ begin
        if new.ticket_id = '${bad}' and new.kind = 'answer' then raise exception 'not this one'; end if;
        return new; end $$`)
    await database.owner.$executeRawUnsafe(
      'create trigger refuse_message before insert on ticket_message for each row execute function refuse_message()',
    )
    for (const id of [bad as string, ...good]) await held(id)
    await pass(10 * MINUTE)
    const worker = await work()
    for (const id of good) await until(async () => (await answers(id)) === 1, 'the others')
    expect(await answers(bad as string)).toBe(0)
    expect(worker.output()).toContain('a held answer could not be sent')
    await database.owner.$executeRawUnsafe('drop trigger refuse_message on ticket_message')
    await until(async () => (await answers(bad as string)) === 1, 'the one put off')
  })
})

describe('chores never delay a page', { timeout: 120_000 }, () => {
  test('twenty chores stand at locked rows, and a page leaves at once', async () => {
    const ids = await several(20)
    for (const id of ids) await held(id)
    await work()
    await holdOnTo(ids)
    start = AT_NIGHT
    await pass(DAY)
    await pause(1_000)
    const begun = performance.now()
    const { number } = await claimed(database.owner, nova.partners[1].owner, nova)
    await mail.waitFor(({ subject }) => subject.startsWith(`P0 ${number}`))
    // Two at once, two seconds each: waited for, they would have taken twenty.
    expect(performance.now() - begun, 'the page').toBeLessThan(8_000)
    start = AT_WORK
    await pass(20 * MINUTE)
    const orbit = await freshMarketplace(database.owner)
    const other = await opened(orbit.partners[0].owner, orbit.topicId)
    await held(other.ticketId, {}, orbit)
    await pass(DAY)
    await until(async () => (await answers(other.ticketId)) === 1, 'another marketplace’s answer', 15_000)
    for (const id of ids) expect(await answers(id)).toBe(0)
    await letGo()
    for (const id of ids) await until(async () => (await answers(id)) === 1, 'the answers afterwards')
  })
})

describe('the other chores', { timeout: 120_000 }, () => {
  beforeEach(async () => {
    await work()
  })

  test('a general fault is found without anybody asking (002-09)', async () => {
    const third = await buildPartner(database.owner, nova.marketplaceId, nova.slug, 'Bazar Sol', 'es')
    const ids: string[] = []
    for (const { owner } of [...nova.partners, third]) {
      ids.push((await opened(owner, nova.topicId)).ticketId)
      await pass(5 * MINUTE)
    }
    for (const id of ids) await until(async () => (await ticket(id)).generalSince !== null, 'the mark')
    expect((await ticket(ids[0] as string)).priority).toBe('high')
  })

  test('nobody goes on with an answer: reminded on day 4, closed on day 5 (003-25)', async () => {
    const { ticketId } = await opened(nova.partners[0].owner, nova.topicId)
    await answerTicket(nova.agent, { ticketId, version: 1, body: 'Done.', attachmentIds: [] })
    await pass(4 * DAY - MINUTE)
    await pause(1_200)
    expect((await ticket(ticketId)).remindedAt).toBeNull()
    await pass(4 * DAY + 30 * MINUTE)
    await until(async () => (await ticket(ticketId)).remindedAt !== null, 'the reminder')
    await pass(5 * DAY)
    await pause(1_200)
    expect((await ticket(ticketId)).state).toBe('answered')
    await pass(5 * DAY + 120 * MINUTE)
    await until(async () => (await ticket(ticketId)).state === 'completed', 'the closing')
    expect(await ticket(ticketId)).toMatchObject({ completedReason: 'auto', nextAt: null })
  })

  test('a digest leaves when its hour has come', async () => {
    const { marketplaceId } = nova
    const { membershipId, partnerId } = nova.partners[0].owner
    const { ticketId, number } = await opened(nova.partners[0].owner, nova.topicId)
    const nextDigestAt = new Date(start.getTime() + 60 * MINUTE)
    const who = { marketplaceId, membershipId, partnerId }
    await database.owner.mailPreference.create({ data: { ...who, mode: 'digest', nextDigestAt, updatedAt: start } })
    await database.owner.notice.create({
      data: {
        ...who,
        id: newId(),
        audience: 'partner',
        ticketId,
        kind: 'ticket.closed',
        factId: ticketId,
        createdAt: start,
        forDigest: true,
      },
    })
    await pass(61 * MINUTE)
    await until(async () => {
      const row = await database.owner.mailPreference.findFirst({ where: { membershipId } })
      return row?.nextDigestAt === null
    }, 'the digest')
    await mail.waitFor(({ text, subject }) => !subject.includes(number) && text.includes(number))
  })
})

test('drafts that nobody came back to for 30 days are forgotten', { timeout: 120_000 }, async () => {
  const { marketplaceId, agent } = nova
  const draft = (place: string, days: number) => ({
    marketplaceId,
    membershipId: agent.membershipId,
    place,
    written: { body: 'Half a' },
    version: 1,
    updatedAt: new Date(start.getTime() - days * DAY),
  })
  const [old, young] = [draft(`answer:${newId()}`, 31), draft(`answer:${newId()}`, 29)]
  await database.owner.draft.createMany({ data: [old, young] })
  await work()
  await until(async () => (await database.owner.draft.count({ where: { marketplaceId } })) === 1, 'the sweep')
  expect(await database.owner.draft.findMany({ where: { marketplaceId } })).toMatchObject([{ place: young.place }])
})
