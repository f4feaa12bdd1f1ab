import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '@/lib/foundation/clock'
import { AT_NIGHT, freshMarketplace, offsetTo } from '../builders/urgent'
import type { MarketplaceWorld } from '../builders/world'
import { useDatabase } from '../setup/database'
import { type Running, until } from '../setup/process'
import { quiet, wrongsAfter } from './after-the-storm'
import { keepFigures } from './figures'
import { useFaultGround } from './ground'
import { Load } from './load'

/* Only in `npm run test:full`. What is accelerated moves the database's clock; leases that are waited for are real. */
describe.runIf(process.env.WAYBILL_FULL)('bad weather', () => {
  const database = useDatabase()
  const ground = useFaultGround(database)
  let night: MarketplaceWorld
  let load: Load
  let offset: number

  beforeEach(async () => {
    offset = offsetTo(AT_NIGHT)
    await database.shiftClock(offset)
    ground.mail.mood('accept')
    ground.outside.forget()
    night = await freshMarketplace(database.owner)
    load = new Load(database.owner, night, ground.outside)
    await load.prepare(10)
  })
  afterEach(async () => {
    await load.stop()
    await ground.endWorkers()
    // What is left of this test's runs must not page into the next one.
    await database.owner.escalation.updateMany({
      where: { marketplaceId: night.marketplaceId },
      data: { state: 'RESOLVED', nextAt: null, closedAt: new Date() },
    })
  })

  const moveClock = async (by: number) => {
    offset += by
    await database.shiftClock(offset)
  }

  test('the mail server is away for an hour: every page and every confirmation arrives afterwards', async () => {
    await ground.worker()
    await ground.mail.stop()
    for (let minute = 0; minute < 60; minute++) {
      if (minute % 6 === 0) await load.claim()
      await moveClock(MINUTE)
      await pause(300)
    }
    expect(ground.outside.heard).toEqual([])
    await ground.mail.start()
    let waited = 0
    for (; waited < 180 && anythingMissing(); waited++) {
      await moveClock(MINUTE)
      await pause(200)
    }
    keepFigures('smtp-away-for-an-hour', {
      promised: ground.outside.promised.size,
      minutesUntilAllWasSent: waited,
      ...counts(),
    })
    expect(ground.outside.missing()).toEqual({ pages: [], confirmations: [] })
    // The whole policy went unheard; the catch-all of ten minutes is the first to get through.
    expect(ground.outside.doubled).toBe(0)
  }, 300_000)

  test('the clock is stepped by two hours, on and back, while claims come in: nothing is lost, nothing comes twice (invariant 15)', async () => {
    await ground.worker()
    await ground.worker()
    load.claims(150)
    load.claims(150)
    for (const step of [2, -2, -2, 2, 2, -2]) {
      await pause(2_500)
      await moveClock(step * HOUR)
    }
    await load.stop()
    // What was planned just before the clock went back is due when it has caught up.
    await pause(3_000)
    const waiting = ground.outside.missing()
    for (let minutes = 0; minutes < 130 && anythingMissing(); minutes += 10) {
      await moveClock(10 * MINUTE)
      await pause(400)
    }
    keepFigures('clock-steps', {
      promised: ground.outside.promised.size,
      waitedForTheClock: waiting.pages.length,
      ...counts(),
    })
    expect(ground.outside.missing()).toEqual({ pages: [], confirmations: [] })
    expect(ground.outside.doubled).toBe(0)
  }, 300_000)

  /** The worker that has this page in its hands. */
  async function senderOf(workers: readonly Running[]): Promise<Running> {
    let holder: Running | undefined
    await until('somebody sends', async () => {
      const row = await database.owner.delivery.findFirst({ where: { status: 'SENDING', kind: 'escalation.page' } })
      holder = workers.find((worker) => row?.workerId && worker.output().includes(row.workerId))
      return holder !== undefined
    })
    return holder as Running
  }

  async function freeze(stoodFor: (frozen: Running) => Promise<void>): Promise<void> {
    const workers = [await ground.worker(), await ground.worker()]
    ground.mail.mood('hang')
    const number = await load.claim()
    const frozen = await senderOf(workers)
    await until('the page is on its way', () => ground.outside.paged.has(number))
    frozen.child.kill('SIGSTOP')
    ground.mail.mood('accept')
    const page = await database.owner.delivery.findFirstOrThrow({
      where: { status: 'SENDING', kind: 'escalation.page' },
    })
    await stoodFor(frozen)
    await until('the other worker has sent it', () => settled(page.id), 60_000)
    frozen.child.kill('SIGCONT')
    await pause(7_000)
    const after = await database.owner.delivery.findFirstOrThrow({
      where: { id: page.id },
      include: { attempts: true },
    })
    expect(after).toMatchObject({ status: 'SENT', attempt: 2 })
    const [first, second] = after.attempts.toSorted((a, b) => a.attempt - b.attempt)
    expect(first).toMatchObject({ outcome: 'unknown', detail: 'its worker stopped' })
    expect(second).toMatchObject({ outcome: 'sent' })
    expect(first?.workerId).not.toBe(second?.workerId)
    // It lives on: what is claimed next is sent once, whoever does it.
    const next = await load.claim()
    await until('the next one is paged', () => ground.outside.paged.has(next))
  }

  const settled = async (id: string) => (await database.owner.delivery.count({ where: { id, status: 'SENT' } })) === 1

  test('a worker stands still for five minutes of the clock: the other takes over, the zombie settles nothing (invariants 6, 17)', async () => {
    await freeze(() => moveClock(5 * MINUTE))
  }, 300_000)

  test('a worker stands still past its lease of 30 real seconds: the same (invariants 6, 17)', async () => {
    const begun = performance.now()
    await freeze(async () => undefined)
    const took = Math.round((performance.now() - begun) / 1000)
    keepFigures('stood-still', { seconds: took })
    expect(took).toBeGreaterThan(30)
  }, 300_000)

  test('workers that stand still at random moments under load: every claim is paged', async () => {
    const workers = [await ground.worker(), await ground.worker()]
    load.claims(200)
    for (let round = 0; round < 12; round++) {
      const victim = workers[round % 2] as Running
      await pause(300 + 400 * Math.random())
      victim.child.kill('SIGSTOP')
      await pause(2_500)
      victim.child.kill('SIGCONT')
    }
    await load.stop()
    const missing = await ground.outside.settled(60_000)
    keepFigures('stood-still-at-random', { stops: 12, worst: Math.max(...ground.outside.delays), ...counts() })
    expect(missing).toEqual({ pages: [], confirmations: [] })
    await quiet(database.owner, night.marketplaceId)
    expect(await wrongsAfter(database.owner, ground.outside, night.marketplaceId)).toEqual([])
  }, 300_000)

  test('mailboxes that hang, answer late, break off, defer and refuse: the healthy ones have every page (invariant 7)', async () => {
    await ground.worker()
    const people = [night.agent, night.lead, night.oncall, night.oncall2]
    const mailboxes = await Promise.all(people.map(({ userId }) => addressOf(userId)))
    const [hangs = '', late = '', defers = '', healthy = ''] = mailboxes
    ground.mail.mood('hang', hangs)
    ground.mail.mood({ late: 3_000 }, late)
    ground.mail.mood('defer', defers)
    await database.owner.policyVersion.updateMany({
      where: { marketplaceId: night.marketplaceId },
      data: {
        steps: [{ delaySeconds: 300, targets: people.map(({ membershipId }) => ({ kind: 'user', membershipId })) }],
      },
    })
    const numbers: string[] = []
    for (let claim = 0; claim < 10; claim++) numbers.push(await load.claim())
    const came = () => ground.outside.heard.filter(({ to, token }) => to === healthy && token !== null)
    await until('the healthy mailbox has all', () => came().length >= numbers.length, 60_000)
    expect(new Set(came().flatMap((copy) => copy.numbers))).toEqual(new Set(numbers))
    expect(came()).toHaveLength(numbers.length)
    const worst = Math.max(
      ...came().map(({ at, numbers: [number = ''] }) => at - (ground.outside.promised.get(number)?.at ?? 0)),
    )
    keepFigures('bad-mailboxes', { claims: numbers.length, worstAtTheHealthyOne: worst })
    // A hanging send is given up after five seconds, and eight are under way at once.
    expect(worst).toBeLessThan(30_000)
    for (const address of mailboxes) ground.mail.mood('accept', address)
  }, 300_000)

  const addressOf = async (id: string) => (await database.owner.user.findUniqueOrThrow({ where: { id } })).email
  const anythingMissing = () => Object.values(ground.outside.missing()).some((list) => list.length > 0)
  const counts = () => ({ copies: ground.outside.heard.length, doubled: ground.outside.doubled })
})
