import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import webpush from 'web-push'
import { claimDeliveries, deliver, fatesOf, planDeliveries, webhookSecret } from '@/lib/delivery'
import { acknowledge } from '@/lib/escalation'
import { MINUTE } from '@/lib/foundation/clock'
import { forgetEnv } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { asStaff, asWorker } from '@/lib/tenancy'
import { Lanes } from '@/lib/worker/lanes'
import { deliveryPorts } from '@/lib/worker/ports'
import { browser, reachBy, reachByNothing } from '@/tests/builders/phones'
import { AT_NIGHT, escalated, freshMarketplace, offsetTo, onCallNow, runRow } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { type HttpReceiver, startHttpReceiver } from '@/tests/setup/http-receiver'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'

const database = useDatabase()
let mail: SmtpReceiver
let hooks: HttpReceiver
let nova: MarketplaceWorld
let primary: MarketplaceWorld['oncall']

const set = (values: Record<string, string>) => {
  Object.assign(process.env, values)
  forgetEnv()
}

beforeAll(async () => {
  mail = await startSmtpReceiver()
  const { publicKey, privateKey } = webpush.generateVAPIDKeys()
  set({
    SMTP_URL: mail.url,
    WAYBILL_URL: 'https://support.example',
    WAYBILL_PRIVATE_HOSTS: '127.0.0.1',
    WAYBILL_VAPID_PUBLIC: publicKey,
    WAYBILL_VAPID_PRIVATE: privateKey,
  })
})
afterAll(() => mail.stop())
beforeEach(async () => {
  hooks = await startHttpReceiver()
  set({ WAYBILL_SMS_URL: `${hooks.url}/sms`, WAYBILL_VOICE_URL: `${hooks.url}/voice` })
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
  primary = await onCallNow(nova)
  await reachByNothing(database.owner, [primary.membershipId])
  return () => hooks.close()
})

const page = () => escalated(database.owner, nova.partners[0].owner, nova)

/** Every page that is due leaves, each by its road; answers the statuses. */
async function leave() {
  const { marketplaceId } = nova
  const rows = await database.owner.delivery.findMany({
    where: { marketplaceId, subjectKind: 'escalation', status: 'PENDING' },
  })
  const ids = rows.map(({ id }) => id)
  const claimed = await asWorker(marketplaceId, (tx, now) => claimDeliveries(tx, now, newId(), marketplaceId, ids))
  const ports = deliveryPorts()
  return Promise.all(claimed.map(async (one) => [one.channel, await deliver(one, ports)] as const))
}

const fates = (escalationId: string) =>
  asWorker(nova.marketplaceId, (tx) => fatesOf(tx, nova.marketplaceId, escalationId))

describe('web push', () => {
  test('an encrypted page with its buttons, signed for this Waybill, the same Topic for every copy', async () => {
    const phone = browser()
    await reachBy(database.owner, primary, { channel: 'push', address: `${hooks.url}/push`, ...phone, position: 0 })
    const { escalationId, number } = await page()
    expect(await leave()).toContainEqual(['push', 'SENT'])
    const [knock] = hooks.knocks('/push')
    const [fate] = await fates(escalationId)
    expect(knock?.headers).toMatchObject({
      topic: fate?.id.replaceAll('-', ''),
      ttl: '3600',
      urgency: 'high',
      'content-encoding': 'aes128gcm',
    })
    expect(knock?.headers.authorization).toMatch(/^vapid t=[\w.-]+, k=[\w-]+$/)
    const told = phone.open(knock?.bytes as Buffer)
    const ackUrl = expect.stringMatching(/^https:\/\/support\.example\/ack\/[\w-]{46}$/)
    expect(told).toMatchObject({
      id: fate?.id,
      title: expect.stringContaining(`P0 ${number} Casa Lumen`),
      ackUrl,
      severity: 'P0',
      locale: 'en',
      web_push: 8030,
      notification: {
        title: expect.stringContaining(number),
        tag: fate?.id,
        actions: [{ action: 'take', title: 'I’m on it' }, { action: 'open' }],
      },
    })
    expect(fate?.attempts).toMatchObject([{ outcome: 'sent', detail: 'HTTP 204' }])
  })

  test.each([404, 410])('%i: the method is switched off and her next line fires at once', async (status) => {
    const address = `${hooks.url}/push`
    await reachBy(database.owner, primary, { channel: 'push', address, ...browser(), position: 0 })
    const second = { channel: 'mail', address: 'marta@second.example', position: 1, delaySeconds: 240 }
    await reachBy(database.owner, primary, second)
    hooks.mood({ status })
    const { escalationId } = await page()
    expect(await leave()).toEqual([['push', 'FAILED']])
    const method = await database.owner.contactMethod.findFirstOrThrow({ where: { address } })
    expect(method).toMatchObject({ disabledWhy: 'gone', disabledAt: expect.any(Date) })
    expect(await runRow(database.owner, escalationId)).toMatchObject({ state: 'PAGING', step: 1 })
    expect(await leave()).toEqual([['mail', 'SENT']])
    expect(mail.copiesTo('marta@second.example').length).toBeGreaterThan(0)
  })

  test('gone, and she has no other line: the next step’s time is now', async () => {
    await reachBy(database.owner, primary, { channel: 'push', address: hooks.url, ...browser(), position: 0 })
    hooks.mood({ status: 410 })
    const { escalationId } = await page()
    const before = await runRow(database.owner, escalationId)
    expect(await leave()).toEqual([['push', 'FAILED']])
    const after = await runRow(database.owner, escalationId)
    expect(after.nextAt?.getTime()).toBeLessThan((before.nextAt?.getTime() ?? 0) - 4 * MINUTE)
  })

  test('a method that was removed meanwhile fails, and the next line takes over', async () => {
    const address = `${hooks.url}/push`
    const id = await reachBy(database.owner, primary, { channel: 'push', address, ...browser(), position: 0 })
    await reachBy(database.owner, primary, {
      channel: 'mail',
      address: 'm@third.example',
      position: 1,
      delaySeconds: 60,
    })
    await page()
    await database.owner.contactMethod.update({
      where: { marketplaceId_id: { marketplaceId: nova.marketplaceId, id } },
      data: { disabledAt: new Date() },
    })
    expect(await leave()).toEqual([['push', 'FAILED']])
    expect(hooks.knocks()).toEqual([])
    expect(await leave()).toEqual([['mail', 'SENT']])
  })
})

describe('mail', () => {
  test('an address that was removed gets no page and no link any more, and the next line takes over', async () => {
    const first = { channel: 'mail', address: 'old@first.example', position: 0 }
    const id = await reachBy(database.owner, primary, first)
    const second = { channel: 'mail', address: 'new@second.example', position: 1, delaySeconds: 240 }
    await reachBy(database.owner, primary, second)
    await page()
    const key = { marketplaceId_id: { marketplaceId: nova.marketplaceId, id } }
    await database.owner.contactMethod.delete({ where: key })
    expect(await leave()).toEqual([['mail', 'FAILED']])
    expect(await leave()).toEqual([['mail', 'SENT']])
    expect(mail.copiesTo('old@first.example')).toEqual([])
  })
})

describe('a webhook', () => {
  const verified = (secret: string, path = '/hook') => {
    const [knock] = hooks.knocks(path).slice(-1)
    return { knock, said: new Webhook(secret).verify(knock?.body ?? '', knock?.headers ?? {}) }
  }

  test('of a person: signed, its id constant, told where it is taken', async () => {
    const id = await reachBy(database.owner, primary, { channel: 'webhook', address: `${hooks.url}/hook`, position: 0 })
    const { escalationId, number } = await page()
    expect(await leave()).toContainEqual(['webhook', 'SENT'])
    const { knock, said } = verified(webhookSecret(id, 1))
    const [fate] = await fates(escalationId)
    expect(knock?.headers).toMatchObject({ 'webhook-id': fate?.id, 'idempotency-key': fate?.id })
    expect(said).toMatchObject({
      type: 'escalation.page',
      data: {
        id: fate?.id,
        title: expect.stringContaining(number),
        severity: 'P0',
        ackUrl: expect.stringContaining('/ack/'),
      },
    })
    expect(() => verified(webhookSecret(id, 2))).toThrow()
  })

  test('of another system: its own rotatable secret, and nothing to take it with', async () => {
    const endpointId = newId()
    const { marketplaceId } = nova
    await database.owner.webhookEndpoint.create({
      data: {
        marketplaceId,
        id: endpointId,
        name: 'Status page',
        url: `${hooks.url}/hook`,
        secretVersion: 2,
        createdAt: new Date(),
        createdById: nova.admin.membershipId,
      },
    })
    const { escalationId } = await page()
    const { epoch, loop, step } = await runRow(database.owner, escalationId)
    const id = newId()
    const about = { marketplaceId, id, kind: 'escalation.page', subjectKind: 'escalation', subjectId: escalationId }
    await asStaff(nova.agent, (tx, now) =>
      planDeliveries(tx, now, [
        {
          ...about,
          partnerId: null,
          recipientId: null,
          channel: 'webhook',
          address: `${hooks.url}/hook`,
          locale: 'en',
          payload: { endpointId },
          priority: 1,
          place: { epoch, loop, step },
          notBefore: now,
        },
      ]),
    )
    expect(await leave()).toContainEqual(['webhook', 'SENT'])
    const { said } = verified(webhookSecret(endpointId, 2))
    expect(said).toMatchObject({ data: { id, ackUrl: null, url: expect.stringContaining('/oncall/escalation/') } })
  })

  test('429 waits as long as it is asked to, within the bound; the same id comes again', async () => {
    const address = `${hooks.url}/hook`
    await reachBy(database.owner, primary, { channel: 'webhook', address, position: 0 })
    hooks.mood({ status: 429, headers: { 'retry-after': '90' } })
    const { escalationId } = await page()
    expect(await leave()).toContainEqual(['webhook', 'PENDING'])
    const [fate] = await fates(escalationId)
    const waits = (fate?.notBefore?.getTime() ?? 0) - (fate?.attempts[0]?.endedAt?.getTime() ?? 0)
    expect(waits).toBe(90_000)
    expect(fate?.attempts).toMatchObject([{ outcome: 'retry', detail: 'HTTP 429' }])
    hooks.mood('accept')
    await database.shiftClock(offsetTo(AT_NIGHT) + 100_000)
    expect(await leave()).toContainEqual(['webhook', 'SENT'])
    const ids = hooks.knocks('/hook').map(({ headers }) => headers['webhook-id'])
    expect(ids).toEqual([fate?.id, fate?.id])
  })

  test('a connection that breaks before the answer leaves the outcome unknown; it is tried again with the same id', async () => {
    await reachBy(database.owner, primary, { channel: 'webhook', address: `${hooks.url}/hook`, position: 0 })
    hooks.mood('drop')
    const { escalationId } = await page()
    expect(await leave()).toContainEqual(['webhook', 'PENDING'])
    hooks.mood('accept')
    await database.shiftClock(offsetTo(AT_NIGHT) + 10_000)
    expect(await leave()).toContainEqual(['webhook', 'SENT'])
    const [fate] = await fates(escalationId)
    expect(fate?.attempts).toMatchObject([{ outcome: 'unknown' }, { outcome: 'sent' }])
    expect(new Set(hooks.knocks('/hook').map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  })

  test('a refused connection has told nobody and is tried again; a refusal is final', async () => {
    await reachBy(database.owner, primary, { channel: 'webhook', address: 'http://127.0.0.1:9/hook', position: 0 })
    const { escalationId } = await page()
    expect(await leave()).toContainEqual(['webhook', 'PENDING'])
    expect((await fates(escalationId))[0]?.attempts).toMatchObject([{ outcome: 'retry', detail: 'ECONNREFUSED' }])
  })

  test('an inner address that a row still names is never called', async () => {
    await reachBy(database.owner, primary, { channel: 'webhook', address: 'https://10.0.0.1/hook', position: 0 })
    const { escalationId } = await page()
    expect(await leave()).toContainEqual(['webhook', 'FAILED'])
    expect((await fates(escalationId))[0]?.outcome).toBe('the address is not public')
  })

  test('what the other side wrote below its status stands nowhere', async () => {
    await reachBy(database.owner, primary, { channel: 'webhook', address: `${hooks.url}/hook`, position: 0 })
    hooks.mood({ status: 400 })
    const { escalationId } = await page()
    await leave()
    expect(JSON.stringify(await fates(escalationId))).not.toMatch(/"no"/)
    expect((await fates(escalationId))[0]).toMatchObject({ status: 'FAILED', outcome: 'HTTP 400' })
  })
})

describe('ntfy, text messages and calls', () => {
  test('ntfy: to the topic, with the token, and a button that takes it', async () => {
    const line = { channel: 'ntfy', address: `${hooks.url}/on-call`, config: { token: 'tk_invented' }, position: 0 }
    await reachBy(database.owner, primary, line)
    const { number } = await page()
    expect(await leave()).toContainEqual(['ntfy', 'SENT'])
    const [knock] = hooks.knocks('/')
    expect(knock?.headers.authorization).toBe('Bearer tk_invented')
    expect(JSON.parse(knock?.body ?? '')).toMatchObject({
      topic: 'on-call',
      title: expect.stringContaining(number),
      priority: 5,
      click: expect.stringContaining('https://support.example/'),
      actions: [
        { action: 'http', method: 'POST', body: 'act=take', label: 'I’m on it', url: expect.stringContaining('/ack/') },
        { action: 'view', label: 'Open' },
      ],
    })
  })

  test.each(['sms', 'voice'] as const)('%s: the one contract of docs/sms-voice.md', async (kind) => {
    await reachBy(database.owner, primary, { channel: kind, address: '+34600000000', position: 0 })
    const { escalationId, number } = await page()
    expect(await leave()).toContainEqual([kind, 'SENT'])
    const [knock] = hooks.knocks(`/${kind}`)
    const said = new Webhook(webhookSecret(kind, 1)).verify(knock?.body ?? '', knock?.headers ?? {})
    expect(said).toEqual({
      id: (await fates(escalationId))[0]?.id,
      to: '+34600000000',
      text: expect.stringContaining(number),
      kind,
      ackUrl: expect.stringMatching(/^https:\/\/support\.example\/ack\/[\w-]{46}$/),
    })
  })

  test('taken meanwhile: nothing leaves by any of them (invariant 9)', async () => {
    await reachBy(database.owner, primary, { channel: 'sms', address: '+34600000000', position: 0 })
    const { escalationId } = await page()
    await acknowledge(nova.lead, { escalationId })
    expect(await leave()).toContainEqual(['sms', 'SUPPRESSED'])
    expect(hooks.knocks()).toEqual([])
  })
})

describe('a host that hangs', () => {
  test('holds two lanes; what goes elsewhere leaves meanwhile, and nothing of it is lost', async () => {
    const other = await startHttpReceiver()
    const { marketplaceId } = nova
    const endpoint = async (url: string) => {
      const id = newId()
      const made = { createdAt: new Date(), createdById: nova.admin.membershipId }
      await database.owner.webhookEndpoint.create({ data: { marketplaceId, id, name: 'System', url, ...made } })
      return { id, url }
    }
    const [stuck, fine] = [await endpoint(`${hooks.url}/stuck`), await endpoint(`${other.url}/fine`)]
    const planned = [...Array.from({ length: 12 }, () => stuck), fine].map(({ id, url }) => ({
      marketplaceId,
      id: newId(),
      kind: 'webhook.test',
      subjectKind: 'ticket',
      subjectId: newId(),
      partnerId: null,
      recipientId: null,
      channel: 'webhook' as const,
      address: url,
      locale: 'en',
      payload: { endpointId: id, by: nova.admin.membershipId },
      priority: 2 as const,
      notBefore: AT_NIGHT,
    }))
    await asStaff(nova.agent, (tx, now) => planDeliveries(tx, now, planned))
    hooks.mood('hang')
    const workerId = newId()
    const roads = { perHost: 2, bundledKinds: [] }
    const lanes = new Lanes(
      deliveryPorts(),
      roads,
      () => workerId,
      () => undefined,
    )
    const offer = () =>
      lanes.offer(
        planned.map(({ id }) => ({ marketplaceId, id })),
        false,
      )
    offer()
    for (let look = 0; look < 100 && other.knocks().length === 0; look++) await pause(20)
    expect(other.knocks('/fine')).toHaveLength(1)
    await pause(200)
    expect(hooks.knocks('/stuck')).toHaveLength(2)
    // It lets go: those that waited for it follow by themselves.
    await hooks.close()
    const untried = () => database.owner.delivery.count({ where: { marketplaceId, kind: 'webhook.test', attempt: 0 } })
    for (let look = 0; look < 200 && (await untried()) > 0; look++) await pause(20)
    await lanes.drain()
    const rows = await database.owner.delivery.findMany({ where: { marketplaceId, kind: 'webhook.test' } })
    expect(rows.filter(({ status }) => status === 'SENT')).toHaveLength(1)
    expect(rows.filter(({ status }) => status === 'PENDING')).toHaveLength(12)
    const ends = await database.owner.deliveryAttempt.groupBy({
      by: ['outcome'],
      where: { marketplaceId, deliveryId: { in: rows.map(({ id }) => id) } },
      _count: true,
    })
    const count = (outcome: string) => ends.find((end) => end.outcome === outcome)?._count
    expect({ sent: count('sent'), unknown: count('unknown'), retry: count('retry') }).toEqual({
      sent: 1,
      unknown: 2,
      retry: 10,
    })
    await other.close()
  })
})
