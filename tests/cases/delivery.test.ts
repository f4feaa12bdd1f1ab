import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type Claimed,
  claimDeliveries,
  type DeliveryPorts,
  deliver,
  deliveryId,
  hastenPlannedAhead,
  type Message,
  mailSender,
  nextTry,
  type PlannedMessage,
  planDeliveries,
  reapStuck,
  send,
} from '@/lib/delivery'
import { settleDelivery } from '@/lib/delivery/settle-delivery'
import { forgetEnv } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { asStaff, asWorker } from '@/lib/tenancy'
import { freshMarketplace } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'

const database = useDatabase()
let mail: SmtpReceiver
let nova: MarketplaceWorld

beforeAll(async () => {
  mail = await startSmtpReceiver()
  process.env.SMTP_URL = mail.url
  forgetEnv()
})
afterAll(() => mail.stop())
beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  mail.mood('accept')
  await database.shiftClock(0)
})

function message(more: Partial<PlannedMessage> = {}): PlannedMessage {
  const recipientId = nova.agent.membershipId
  const subjectId = newId()
  const address = 'ada@nova.example'
  const key = {
    kind: 'test',
    subjectId,
    epoch: 0,
    loop: 0,
    step: 0,
    ruleIndex: 0,
    recipientId,
    channel: 'mail',
    address,
  }
  return {
    marketplaceId: nova.marketplaceId,
    id: deliveryId(key),
    kind: 'test',
    subjectKind: 'ticket',
    subjectId,
    partnerId: null,
    recipientId,
    channel: 'mail',
    address,
    locale: 'en',
    payload: {},
    priority: 2,
    notBefore: new Date('2026-01-06T00:00:00Z'),
    ...more,
  }
}

const plan = (...planned: PlannedMessage[]) => asStaff(nova.agent, (tx, now) => planDeliveries(tx, now, planned))
const claim = (workerId: string, ids: string[]) =>
  asWorker(nova.marketplaceId, (tx, now) => claimDeliveries(tx, now, workerId, nova.marketplaceId, ids))
const settle = (claimed: Claimed, outcome: 'sent' | 'failed' | 'retry') =>
  asWorker(nova.marketplaceId, (tx, now) => settleDelivery(tx, now, claimed, { outcome, detail: 'test' }))
const reap = (ids: string[], dead: string[]) =>
  asWorker(nova.marketplaceId, (tx, now) => reapStuck(tx, now, nova.marketplaceId, ids, dead))
const row = (id: string) =>
  database.owner.delivery.findFirstOrThrow({ where: { id }, include: { attempts: { orderBy: { attempt: 'asc' } } } })
const worker = () => newId()

const words: Omit<Message, 'id'> = {
  kind: 'test',
  locale: 'en',
  way: null,
  brief: {
    title: 'Hi',
    text: 't',
    url: 'https://x.example/',
    ackUrl: null,
    severity: null,
    labels: { open: 'Open', take: 'Take' },
  },
  from: 'Nova Market',
  to: { name: 'Ada Agent', address: 'ada@nova.example' },
  subject: 'Hi',
  text: 't',
  html: '<p>t</p>',
  thread: null,
}
const ports = (more: Partial<DeliveryPorts> = {}): DeliveryPorts => ({
  senders: { mail: mailSender() },
  prepare: async () => ({ send: true, message: words }),
  afterFailure: async () => undefined,
  ...more,
})

describe('the ledger', () => {
  test('planning the same message twice is planning it once', async () => {
    const one = message()
    await plan(one)
    await plan(one, message())
    expect(await database.owner.delivery.count({ where: { marketplaceId: nova.marketplaceId } })).toBe(2)
  })

  test('claimed by one worker, in the order given; an attempt is written before anything is sent', async () => {
    const all = [message(), message(), message()]
    await plan(...all)
    const ids = all.map(({ id }) => id).reverse()
    const [a, b] = await Promise.all([claim(worker(), ids), claim(worker(), ids)])
    const taken = [...(a ?? []), ...(b ?? [])].map(({ id }) => id)
    expect(taken.toSorted()).toEqual(ids.toSorted())
    for (const list of [a, b])
      expect(list?.map(({ id }) => id)).toEqual(ids.filter((id) => list?.some((one) => one.id === id)))
    expect(await row(ids[0] ?? '')).toMatchObject({
      status: 'SENDING',
      attempt: 1,
      attempts: [{ attempt: 1, outcome: null }],
    })
  })

  test('what is not due yet is not claimed', async () => {
    const later = message({ notBefore: new Date(Date.now() + 60_000) })
    await plan(later)
    expect(await claim(worker(), [later.id])).toEqual([])
  })

  test('a zombie cannot settle: its attempt was given to somebody else (invariant 17)', async () => {
    const one = message()
    await plan(one)
    const zombie = worker()
    const [old] = await claim(zombie, [one.id])
    expect(await reap([one.id], [zombie])).toBe(1)
    expect(await settle(old as Claimed, 'sent')).toBeNull()
    expect(await row(one.id)).toMatchObject({ status: 'PENDING', attempts: [{ outcome: 'unknown' }] })
    const [fresh] = await claim(worker(), [one.id])
    expect(fresh?.attempt).toBe(2)
    expect(await settle(old as Claimed, 'failed')).toBeNull()
    expect(await settle(fresh as Claimed, 'sent')).toBe('SENT')
    expect(await row(one.id)).toMatchObject({ status: 'SENT', attempts: [{ outcome: 'unknown' }, { outcome: 'sent' }] })
  })

  test('a living worker’s message is not taken before its lease is over', async () => {
    const one = message()
    await plan(one)
    const slow = worker()
    await claim(slow, [one.id])
    expect(await reap([one.id], [])).toBe(0)
    await database.shiftClock(31_000)
    expect(await reap([one.id], [])).toBe(1)
  })

  test('a worker that lost its message stays silent', async () => {
    const one = message()
    await plan(one)
    const stopped = worker()
    const [old] = await claim(stopped, [one.id])
    await reap([one.id], [stopped])
    const before = mail.copies().length
    expect(await deliver(old as Claimed, ports())).toBeNull()
    expect(mail.copies()).toHaveLength(before)
  })

  test('each failure waits longer, pages give up within minutes, every delivery ends (invariant 6)', async () => {
    const one = message({ priority: 1 })
    await plan(one)
    const fates: (string | null)[] = []
    for (let attempt = 0; attempt < 5; attempt++) {
      await database.shiftClock(attempt * 200_000)
      const [claimed] = await claim(worker(), [one.id])
      fates.push(await settle(claimed as Claimed, 'retry'))
    }
    expect(fates).toEqual(['PENDING', 'PENDING', 'PENDING', 'PENDING', 'DEAD'])
  })

  test('a failure tells the engine in the very transaction', async () => {
    const one = message()
    await plan(one)
    mail.mood('refuse')
    const [claimed] = await claim(worker(), [one.id])
    const heard: string[] = []
    const failing = ports({ afterFailure: async (_tx, _now, { id }) => void heard.push(id) })
    expect(await deliver(claimed as Claimed, failing)).toBe('FAILED')
    expect(heard).toEqual([one.id])
  })

  test('ends also when whoever should hear of its failure throws every time (invariant 6)', async () => {
    const one = message()
    await plan(one)
    mail.mood('refuse')
    const [claimed] = await claim(worker(), [one.id])
    const deaf = async () => {
      throw new Error('a bug of the listener')
    }
    expect(await deliver(claimed as Claimed, ports({ afterFailure: deaf, hearingMs: 300 }))).toBe('FAILED')
    mail.mood('accept')
    expect((await row(one.id)).status).toBe('FAILED')
  })

  test('the clock is set back: what was planned before is due now and leaves once (invariant 15)', async () => {
    await database.shiftClock(7_200_000)
    const ahead = message({ notBefore: new Date(Date.now() + 7_200_000) })
    const tried = message({ notBefore: new Date(Date.now() + 7_200_000 - 60_000) })
    const waiting = message({ notBefore: new Date(Date.now() + 60_000) })
    await plan(ahead, tried)
    const [again] = await claim(worker(), [tried.id])
    await settle(again as Claimed, 'retry')
    await database.shiftClock(0)
    await plan(waiting)
    expect(await claim(worker(), [ahead.id, tried.id])).toEqual([])
    const hasten = () => asWorker(nova.marketplaceId, (tx, now) => hastenPlannedAhead(tx, now, nova.marketplaceId))
    expect(await hasten()).toBe(2)
    const leaving = await claim(worker(), [ahead.id, tried.id, waiting.id])
    expect(leaving.map(({ id }) => id)).toEqual([ahead.id, tried.id])
    expect(await hasten()).toBe(0)
  })

  test('no longer wanted: suppressed, with the reason, and nothing is sent', async () => {
    const one = message()
    await plan(one)
    const [claimed] = await claim(worker(), [one.id])
    const before = mail.copies().length
    expect(await deliver(claimed as Claimed, ports({ prepare: async () => ({ send: false, why: 'taken' }) }))).toBe(
      'SUPPRESSED',
    )
    expect(await row(one.id)).toMatchObject({ outcome: 'taken', attempts: [{ outcome: 'suppressed' }] })
    expect(mail.copies()).toHaveLength(before)
  })

  test('another marketplace’s worker context claims and settles nothing', async () => {
    const one = message()
    await plan(one)
    const other = await freshMarketplace(database.owner)
    const foreign = await asWorker(other.marketplaceId, (tx, now) =>
      claimDeliveries(tx, now, worker(), nova.marketplaceId, [one.id]),
    )
    expect(foreign).toEqual([])
  })
})

describe('the mail sender', () => {
  const sendIt = (more: Partial<typeof words> = {}, id = newId()) =>
    send({ mail: mailSender() }, 'mail', { ...words, ...more, id })

  test('one recipient, a constant Message-ID, no auto-replies', async () => {
    const id = newId()
    expect(await sendIt({ thread: 'ticket.1' }, id)).toMatchObject({ outcome: 'sent' })
    const copy = mail.copies().at(-1)
    expect(copy).toMatchObject({
      to: 'ada@nova.example',
      from: 'support@waybill.example',
      messageId: `<${id}@waybill.example>`,
    })
    expect(copy?.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      references: '<ticket.1@waybill.example>',
    })
  })

  test.each([
    ['a subject', { subject: 'Hi\r\nBcc: all@nova.example' }],
    ['a name', { to: { name: 'Ada\u2028Agent', address: 'ada@nova.example' } }],
    ['an address', { to: { name: 'Ada', address: 'ada@nova.example\nRCPT TO:<x@y.example>' } }],
    ['a sender', { from: 'Nova\u0085Market' }],
  ])('a line break in %s is refused for good', async (_what, more) => {
    const before = mail.copies().length
    expect(await sendIt(more)).toMatchObject({ outcome: 'failed' })
    expect(mail.copies()).toHaveLength(before)
  })

  test('refused, put off, silent, broken off: each is told apart', async () => {
    mail.mood('refuse')
    expect(await sendIt()).toMatchObject({ outcome: 'failed' })
    mail.mood('defer')
    expect(await sendIt()).toMatchObject({ outcome: 'retry' })
    mail.mood('drop')
    const before = mail.copies().length
    expect(await sendIt()).toMatchObject({ outcome: 'unknown' })
    expect(mail.copies(), 'nothing is sent again behind the ledger’s back').toHaveLength(before + 1)
    await mail.stop()
    expect(await sendIt()).toMatchObject({ outcome: 'retry' })
    await mail.start()
    mail.mood('hang')
    const begun = performance.now()
    expect(await sendIt()).toMatchObject({ outcome: 'unknown' })
    expect(performance.now() - begun).toBeLessThan(6_000)
  })
})

describe('kept connections', () => {
  const sender = (() => {
    let made: ReturnType<typeof mailSender> | undefined
    return () => (made ??= mailSender())
  })()
  const sendIt = () => send({ mail: sender() }, 'mail', { ...words, id: newId() })

  test('a server that was restarted meanwhile gets the message once, over a new connection', async () => {
    expect(await sendIt()).toMatchObject({ outcome: 'sent' })
    await mail.stop()
    await mail.start()
    const before = mail.copies().length
    expect(await sendIt()).toMatchObject({ outcome: 'sent' })
    expect(mail.copies()).toHaveLength(before + 1)
  })

  test('one that breaks off with the message in hand leaves the outcome unknown and sends nothing again', async () => {
    expect(await sendIt()).toMatchObject({ outcome: 'sent' })
    mail.mood('drop')
    const before = mail.copies().length
    expect(await sendIt()).toMatchObject({ outcome: 'unknown' })
    expect(mail.copies()).toHaveLength(before + 1)
  })

  test('a refusal leaves the connection fit for the next message', async () => {
    mail.mood('refuse')
    expect(await sendIt()).toMatchObject({ outcome: 'failed' })
    mail.mood('accept')
    expect(await sendIt()).toMatchObject({ outcome: 'sent' })
  })
})

describe('when to try again', () => {
  test('5 s, 15 s, 45 s, 2 min, each a fifth more or less; other mail goes on for a day', () => {
    expect([1, 2, 3, 4, 5].map((failures) => nextTry(failures, 0, 0.5))).toEqual([5_000, 15_000, 45_000, 120_000, null])
    expect([nextTry(1, 0, 0), nextTry(1, 0, 0.999_999)]).toEqual([4_000, 6_000])
    const mails = Array.from({ length: 20 }, (_, index) => nextTry(index + 1, 2, 0.5)).filter((pause) => pause !== null)
    expect(mails.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(20 * 3_600_000)
  })
})
