import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Claimed, claimDeliveries, deliver, reapStuck } from '@/lib/delivery'
import { acknowledge } from '@/lib/escalation'
import { forgetEnv } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { asWorker } from '@/lib/tenancy'
import { CONDITIONS } from '@/lib/tickets'
import { BUNDLED_KINDS } from '@/lib/worker/kinds/bundle'
import { deliveryPorts } from '@/lib/worker/ports'
import { AT_NIGHT, escalated, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'

const database = useDatabase()
let mail: SmtpReceiver
let nova: MarketplaceWorld
let base: number

beforeAll(async () => {
  mail = await startSmtpReceiver()
  Object.assign(process.env, { SMTP_URL: mail.url, WAYBILL_URL: 'https://support.example' })
  forgetEnv()
})
afterAll(() => mail.stop())
beforeEach(async () => {
  mail.mood('accept')
  nova = await freshMarketplace(database.owner)
  const { marketplaceId } = nova
  await database.owner.marketplaceSettings.update({
    where: { marketplaceId },
    data: { bundleOver: 3, bundleSeconds: 60 },
  })
  base = offsetTo(AT_NIGHT)
  await database.shiftClock(base)
})

/** So many runs at once, all paging the same person: six is as many as two partners can claim. */
async function storm(count: number) {
  const runs: Awaited<ReturnType<typeof escalated>>[] = []
  for (const condition of CONDITIONS)
    for (const { owner } of nova.partners)
      if (runs.length < count) runs.push(await escalated(database.owner, owner, nova, condition))
  return runs
}

const pages = () =>
  database.owner.delivery.findMany({
    where: { marketplaceId: nova.marketplaceId, subjectKind: 'escalation' },
    include: { attempts: { orderBy: { attempt: 'asc' } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** What a worker takes of all that is due, in messages. */
async function claim(workerId = newId()): Promise<Claimed[][]> {
  const ids = (await pages()).filter(({ status }) => status === 'PENDING').map(({ id }) => id)
  const bundling = { kinds: BUNDLED_KINDS }
  const claimed = await asWorker(nova.marketplaceId, (tx, now) =>
    claimDeliveries(tx, now, workerId, nova.marketplaceId, ids, { bundling }),
  )
  const messages = new Map<string, Claimed[]>()
  for (const one of claimed) {
    const key = one.bundleId ?? one.id
    messages.set(key, [...(messages.get(key) ?? []), one])
  }
  return [...messages.values()]
}

async function leave() {
  const messages = await claim()
  for (const [first, ...others] of messages) if (first) await deliver(first, deliveryPorts(), others)
  return messages.map(({ length }) => length)
}

/** So many seconds later than the database's clock would say by itself. */
const later = (seconds: number) => database.shiftClock(base + seconds * 1000)
const copiesOf = (numbers: readonly string[]) =>
  mail.copies().filter(({ subject, text }) => numbers.some((number) => `${subject}${text}`.includes(number)))

describe('many pages for one person', () => {
  test('three leave at once, the rest a moment later as one message that names each with its own link', async () => {
    const runs = await storm(6)
    const numbers = runs.map(({ number }) => number)
    expect(await leave()).toEqual([1, 1, 1])
    expect(await leave()).toEqual([])
    await later(11)
    expect(await leave()).toEqual([3])
    const rows = await pages()
    expect(rows.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'SENT'))
    const bundled = rows.filter(({ bundleId }) => bundleId !== null)
    const [carrier] = bundled
    expect(new Set(bundled.map(({ bundleId }) => bundleId))).toEqual(new Set([carrier?.bundleId]))
    expect(bundled.map(({ id }) => id)).toContain(carrier?.bundleId)
    for (const { attempts } of rows) expect(attempts).toMatchObject([{ attempt: 1, outcome: 'sent' }])
    const copies = copiesOf(numbers)
    expect(copies).toHaveLength(4)
    const one = copies.find(({ subject }) => subject.includes('3 escalations'))
    expect(one?.messageId).toBe(`<${carrier?.bundleId}@waybill.example>`)
    const named = bundled.map(({ subjectId }) => runs.find(({ escalationId }) => escalationId === subjectId)?.number)
    for (const number of named) expect(one?.text).toContain(number)
    // A link of its own for each, and one to all of them.
    expect(new Set(one?.text.match(/https:\/\/support\.example\/ack\/[\w-]{46}/g)).size).toBe(3)
    for (const number of numbers) expect(copiesOf([number]).length, `${number} is named once`).toBe(1)
  })

  test('taken meanwhile: left out and suppressed; a single one that is left is sent as itself', async () => {
    const runs = await storm(6)
    await leave()
    const held = (await pages()).filter(({ status }) => status === 'PENDING')
    const [first, second, third] = held
    await acknowledge(nova.lead, { escalationId: first?.subjectId ?? '' })
    await later(11)
    const bundle = await claim()
    // Another is taken after the claim and before the guard is read.
    await acknowledge(nova.lead, { escalationId: second?.subjectId ?? '' })
    for (const [one, ...others] of bundle) if (one) await deliver(one, deliveryPorts(), others)
    const rows = new Map((await pages()).map((row) => [row.id, row]))
    expect([first, second, third].map((row) => rows.get(row?.id ?? '')?.status)).toEqual([
      'SUPPRESSED',
      'SUPPRESSED',
      'SENT',
    ])
    const number = runs.find(({ escalationId }) => escalationId === third?.subjectId)?.number ?? ''
    expect(copiesOf([number])).toMatchObject([{ messageId: `<${third?.id}@waybill.example>` }])
    expect(copiesOf([number])[0]?.subject).toContain(`P0 ${number}`)
  })

  test('a fourth that stays alone is sent as itself after a moment, as no bundle', async () => {
    const runs = await storm(4)
    await leave()
    await later(11)
    expect(await leave()).toEqual([1])
    expect((await pages()).every(({ bundleId, status }) => bundleId === null && status === 'SENT')).toBe(true)
    expect(copiesOf(runs.map(({ number }) => number))).toHaveLength(4)
  })

  test('its worker dies: all of it comes back, and leaves again as the same message', async () => {
    await storm(6)
    await leave()
    await later(11)
    const dead = newId()
    const [bundle] = await claim(dead)
    expect(bundle).toHaveLength(3)
    const [some] = bundle ?? []
    // The reaper may have been shown one of them only.
    const freed = await asWorker(nova.marketplaceId, (tx, now) =>
      reapStuck(tx, now, nova.marketplaceId, [some?.id ?? ''], [dead]),
    )
    expect(freed).toBe(3)
    expect(await leave()).toEqual([3])
    const rows = (await pages()).filter(({ bundleId }) => bundleId !== null)
    for (const { attempts, status } of rows) {
      expect(status).toBe('SENT')
      expect(attempts).toMatchObject([{ outcome: 'unknown' }, { outcome: 'sent' }])
    }
  })

  test('put off together, back together; what comes meanwhile never joins a message that was tried', async () => {
    const runs = await storm(5)
    await leave()
    await later(11)
    mail.mood('defer')
    expect(await leave()).toEqual([2])
    const waiting = (await pages()).filter(({ status }) => status === 'PENDING')
    expect(new Set(waiting.map(({ nextAttemptAt }) => nextAttemptAt?.getTime())).size).toBe(1)
    mail.mood('accept')
    const condition = CONDITIONS.at(-1)
    const late = await escalated(database.owner, nova.partners[1].owner, nova, condition)
    await later(20)
    expect(await leave()).toEqual([2])
    await later(32)
    expect(await leave()).toEqual([1])
    const numbers = [...runs, late].map(({ number }) => number)
    for (const number of numbers) expect(copiesOf([number]), number).toHaveLength(1)
  })

  test('two workers at once let no more than three go singly', async () => {
    await storm(6)
    const both = await Promise.all([claim(), claim()])
    expect(both.flat()).toHaveLength(3)
  })

  test('a worker that finds a part of it held takes none of it: two messages never leave under one id', async () => {
    await storm(6)
    await leave()
    await later(11)
    const [some] = (await pages()).filter(({ status }) => status === 'PENDING')
    await database.owner.$transaction(async (tx) => {
      await tx.$queryRaw`select id from delivery where id = ${some?.id}::uuid for update`
      expect(await claim()).toEqual([])
    })
    expect(await leave()).toEqual([3])
  })

  test('what comes while it is taken, by a clock a moment behind, does not join it', async () => {
    await storm(5)
    await leave()
    const bundled = (await pages()).flatMap(({ bundleId }) => bundleId ?? [])
    expect(new Set(bundled).size).toBe(1)
    await later(11)
    const ids = (await pages()).filter(({ status }) => status === 'PENDING').map(({ id }) => id)
    let taken: readonly Claimed[] = []
    let late: Promise<Claimed[][]> | undefined
    await asWorker(nova.marketplaceId, async (tx, now) => {
      taken = await claimDeliveries(tx, now, newId(), nova.marketplaceId, ids, { bundling: { kinds: BUNDLED_KINDS } })
      await later(5)
      await escalated(database.owner, nova.partners[1].owner, nova, CONDITIONS.at(-1))
      late = claim()
      await new Promise((done) => setTimeout(done, 200))
    })
    expect(taken).toHaveLength(2)
    expect(await late).toEqual([])
    const fresh = (await pages()).find(({ status }) => status === 'PENDING')
    expect(fresh?.bundleId).not.toBeNull()
    expect(bundled).not.toContain(fresh?.bundleId)
  })

  test('after the window the next one leaves at once again', async () => {
    await storm(3)
    expect(await leave()).toEqual([1, 1, 1])
    await later(62)
    const condition = CONDITIONS.at(-1)
    await escalated(database.owner, nova.partners[1].owner, nova, condition)
    expect(await leave()).toEqual([1])
  })
})
