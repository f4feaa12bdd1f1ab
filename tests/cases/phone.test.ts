import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/authz'
import {
  addMethod,
  addPush,
  answerTest,
  codeOf,
  contactsOf,
  disableMethod,
  methodFor,
  movePush,
  phonePage,
  planUnreachableWarning,
  removeMethod,
  renameMethod,
  saveRules,
  sendCode,
  testPhone,
  verifyMethod,
} from '@/lib/contacts'
import { forgetEnv } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { asActor, asWorker } from '@/lib/tenancy'
import { deliverAll } from '@/tests/builders/postman'
import { freshMarketplace } from '@/tests/builders/urgent'
import type { MarketplaceWorld } from '@/tests/builders/world'
import { useDatabase } from '@/tests/setup/database'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'

const database = useDatabase()
let nova: MarketplaceWorld
let mail: SmtpReceiver
beforeAll(async () => {
  mail = await startSmtpReceiver()
  process.env.SMTP_URL = mail.url
  process.env.WAYBILL_URL = 'https://support.example'
  process.env.WAYBILL_VAPID_PUBLIC = Buffer.alloc(65, 4).toString('base64url')
  process.env.WAYBILL_VAPID_PRIVATE = Buffer.alloc(32, 4).toString('base64url')
  process.env.WAYBILL_PRIVATE_HOSTS = '127.0.0.1'
  forgetEnv()
})
afterAll(() => mail.stop())
beforeEach(async () => {
  nova = await freshMarketplace(database.owner)
  await database.shiftClock(0)
})

const MINUTE = 60_000
const done = <T>(outcome: { ok: true; value: T } | { ok: false; why: string }): T => {
  if (!outcome.ok) throw new Error(outcome.why)
  return outcome.value
}

const row = (id: string) => database.owner.contactMethod.findFirstOrThrow({ where: { id } })

/** The digits that left for a method: what its mail says. */
async function sentCode(methodId: string): Promise<string> {
  const { id, codeExpiresAt } = await row(methodId)
  return codeOf({ id, codeExpiresAt: codeExpiresAt as Date })
}

async function added(actor: Actor, address = `night-${newId()}@nova.example`): Promise<string> {
  return done(await addMethod(actor, { channel: 'mail', address })).methodId
}

async function proved(actor: Actor, address?: string): Promise<string> {
  const methodId = await added(actor, address)
  done(await verifyMethod(actor, { methodId, code: await sentCode(methodId) }))
  return methodId
}

const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('an address is proved by the code that arrives there', () => {
  test('the code leaves through the ledger, and neither the ledger nor the row holds it', async () => {
    const methodId = await added(nova.oncall2)
    const code = await sentCode(methodId)
    const sent = await database.owner.delivery.findMany({ where: { subjectId: methodId } })
    expect(sent).toMatchObject([{ kind: 'contact.code', channel: 'mail', recipientId: nova.oncall2.membershipId }])
    expect(JSON.stringify([sent, await row(methodId)])).not.toContain(code)
    expect((await phonePage(nova.oncall2))?.methods.find(({ id }) => id === methodId)).toMatchObject({
      state: 'unverified',
      used: false,
      code: { triesLeft: 5, fate: { status: 'waiting' } },
    })
  })

  test('until then no page goes there; from then on it is used at once', async () => {
    const { membershipId } = nova.admin
    const methodId = await added(nova.admin, 'ava@home.example')
    const lines = () => asActor(nova.admin, (tx) => contactsOf(tx, [membershipId], 'P2'))
    expect((await lines()).get(membershipId)).toEqual([])
    done(await verifyMethod(nova.admin, { methodId, code: await sentCode(methodId) }))
    expect((await lines()).get(membershipId)).toMatchObject([{ address: 'ava@home.example', delaySeconds: 0 }])
    expect((await phonePage(nova.admin))?.uncovered).toEqual([])
  })

  test('five wrong codes and the right one is worth nothing; a new code counts anew', async () => {
    const methodId = await added(nova.agent)
    const code = await sentCode(methodId)
    const tries = []
    for (let n = 0; n < 6; n += 1) tries.push(await verifyMethod(nova.agent, { methodId, code: wrong(code) }))
    expect(tries.map((one) => (one.ok ? 'in' : one.why))).toEqual([...Array(5).fill('code_wrong'), 'code_over'])
    expect(tries[4]).toMatchObject({ details: { left: 0 } })
    expect(await verifyMethod(nova.agent, { methodId, code })).toMatchObject({ why: 'code_over' })
    expect((await phonePage(nova.agent))?.methods.find(({ id }) => id === methodId)?.code).toBeNull()
    await database.shiftClock(1_000)
    done(await sendCode(nova.agent, { methodId }))
    expect(await verifyMethod(nova.agent, { methodId, code: await sentCode(methodId) })).toMatchObject({ ok: true })
    expect(await sendCode(nova.agent, { methodId })).toMatchObject({ why: 'already_verified' })
  })

  test('twenty guesses at once are five', async () => {
    const methodId = await added(nova.agent)
    const code = wrong(await sentCode(methodId))
    const all = await Promise.all(Array.from({ length: 20 }, () => verifyMethod(nova.agent, { methodId, code })))
    expect(all.filter((one) => !one.ok && one.why === 'code_wrong')).toHaveLength(5)
  })

  test('after ten minutes a code is over, and a second code ends the first', async () => {
    const methodId = await added(nova.agent)
    const first = await sentCode(methodId)
    await database.shiftClock(10 * MINUTE + 1_000)
    expect(await verifyMethod(nova.agent, { methodId, code: first })).toMatchObject({ why: 'code_over' })
    done(await sendCode(nova.agent, { methodId }))
    const second = await sentCode(methodId)
    if (first !== second) expect(await verifyMethod(nova.agent, { methodId, code: first })).toMatchObject({ ok: false })
    expect(await verifyMethod(nova.agent, { methodId, code: second })).toMatchObject({ ok: true })
  })

  test('nobody is showered with codes: the sixth to one address within a quarter of an hour is refused', async () => {
    const methodId = await added(nova.lead)
    const sent = []
    for (let n = 0; n < 5; n += 1) sent.push(await sendCode(nova.lead, { methodId }))
    expect(sent.map((one) => one.ok)).toEqual([true, true, true, true, false])
    expect(sent[4]).toMatchObject({ why: 'too_many_attempts' })
  })

  test('the address of her account is proved already', async () => {
    const { email } = await database.owner.user.findFirstOrThrow({ where: { id: nova.admin.userId } })
    expect(await addMethod(nova.admin, { channel: 'mail', address: email.toUpperCase() })).toMatchObject({
      value: { verified: true },
    })
    expect((await phonePage(nova.admin))?.methods).toMatchObject([{ state: 'verified', used: true }])
  })

  test('what nothing would ever be sent to is not taken', async () => {
    const why = async (channel: 'webhook' | 'sms' | 'ntfy', address: string) => {
      const outcome = await addMethod(nova.agent, { channel, address })
      return outcome.ok ? 'taken' : outcome.why
    }
    expect(await why('webhook', 'http://hooks.example/x')).toBe('address_barred')
    expect(await why('webhook', 'https://10.0.0.1/x')).toBe('address_barred')
    expect(await why('webhook', 'http://127.0.0.1:8099/x')).toBe('taken')
    expect(await why('webhook', 'http://127.0.0.1:8099/x')).toBe('already_there')
    expect(await why('sms', '+39 02 1234 5678')).toBe('channel_off')
    expect(await why('ntfy', 'not a topic')).toBe('address_odd')
    expect(await why('ntfy', 'nova-night')).toBe('taken')
    const ntfy = await database.owner.contactMethod.findFirst({ where: { channel: 'ntfy' } })
    expect(ntfy?.address).toBe('https://ntfy.sh/nova-night')
  })
})

describe('a phone is its owner’s alone', () => {
  test('another’s method is absent, for a colleague, a lead and a partner', async () => {
    const methodId = await proved(nova.oncall2)
    const code = '123456'
    const testId = newId()
    for (const stranger of [nova.oncall, nova.admin, nova.partners[0].owner] as Actor[]) {
      const answers = [
        await sendCode(stranger, { methodId }),
        await verifyMethod(stranger, { methodId, code }),
        await renameMethod(stranger, { methodId, label: 'mine' }),
        await testPhone(stranger, { methodId }),
        await answerTest(stranger, { methodId, testId, received: 'yes' }),
        await removeMethod(stranger, { methodId }),
        await saveRules(stranger, { lines: [{ methodId, delayMinutes: 0, minSeverity: 'P2' }] }),
      ]
      expect(answers.map((one) => (one.ok ? 'done' : one.why))).toEqual(Array(7).fill('not_found'))
      expect((await phonePage(stranger))?.methods.some(({ id }) => id === methodId)).toBe(false)
    }
  })

  test('a partner’s person proves, tests and orders her own, and her company’s owner does not see it', async () => {
    const { technical, owner, partnerId } = nova.partners[0]
    const methodId = await proved(technical)
    done(await testPhone(technical, {}))
    const method = (await phonePage(technical))?.methods.find(({ id }) => id === methodId)
    expect(method).toMatchObject({ state: 'verified', used: true, test: { fate: { status: 'waiting' }, answer: null } })
    done(await answerTest(technical, { methodId, testId: method?.test?.id ?? '', received: 'yes' }))
    expect((await phonePage(technical))?.methods[0]?.test?.answer).toBe('yes')
    expect((await phonePage(owner))?.methods).toEqual([])
    expect(await row(methodId)).toMatchObject({ partnerId })
  })
})

describe('her rules', () => {
  test('are saved as a whole, in her order; a line said twice counts once', async () => {
    const { membershipId } = nova.admin
    const [one, two] = [await proved(nova.admin, 'one@nova.example'), await proved(nova.admin, 'two@nova.example')]
    const lines = [
      { methodId: two, delayMinutes: 0, minSeverity: 'P2' as const },
      { methodId: one, delayMinutes: 5, minSeverity: 'P1' as const },
      { methodId: two, delayMinutes: 0, minSeverity: 'P2' as const },
    ]
    done(await saveRules(nova.admin, { lines }))
    const reached = async (severity: 'P0' | 'P2') =>
      (await asActor(nova.admin, (tx) => contactsOf(tx, [membershipId], severity)))
        .get(membershipId)
        ?.map(({ address, delaySeconds }) => `${address} ${delaySeconds}`)
    expect(await reached('P0')).toEqual(['two@nova.example 0', 'one@nova.example 300'])
    expect(await reached('P2')).toEqual(['two@nova.example 0'])
    const page = await phonePage(nova.admin)
    expect(page?.lines).toEqual(lines.slice(0, 2))
    expect(page?.methods.map(({ address }) => address)).toEqual(['two@nova.example', 'one@nova.example'])
    done(await saveRules(nova.admin, { lines: [lines[1] as (typeof lines)[number]] }))
    expect((await phonePage(nova.admin))?.uncovered).toEqual(['P2'])
    done(await removeMethod(nova.admin, { methodId: one }))
    expect((await phonePage(nova.admin))?.uncovered).toEqual(['P0', 'P1', 'P2'])
  })
})

describe('test my phone', () => {
  test('goes only to what is proved, through the ledger; a new test asks anew', async () => {
    const methodId = await proved(nova.admin)
    const unproved = await added(nova.admin)
    expect(await testPhone(nova.admin, { methodId: unproved })).toMatchObject({ why: 'nothing_to_test' })
    expect(await testPhone(nova.admin, {})).toMatchObject({ value: { tested: 1 } })
    const first = (await row(methodId)).testId as string
    expect(await database.owner.delivery.findMany({ where: { subjectId: first } })).toMatchObject([
      { kind: 'contact.test', status: 'PENDING', channel: 'mail' },
    ])
    done(await testPhone(nova.admin, { methodId }))
    expect(await answerTest(nova.admin, { methodId, testId: first, received: 'yes' })).toMatchObject({
      why: 'changed_meanwhile',
    })
    done(await answerTest(nova.admin, { methodId, testId: (await row(methodId)).testId as string, received: 'no' }))
    expect((await phonePage(nova.admin))?.methods[0]?.test).toMatchObject({ answer: 'no' })
  })
})

describe('web push', () => {
  const subscription = () => ({
    endpoint: `https://push.example/${newId()}`,
    p256dh: Buffer.alloc(65, 4).toString('base64url'),
    auth: Buffer.alloc(16, 4).toString('base64url'),
  })

  test('a browser is proved by its own test arriving', async () => {
    const one = subscription()
    const { methodId } = done(await addPush(nova.admin, { ...one, label: 'Phone' }))
    expect((await phonePage(nova.admin))?.uncovered).toHaveLength(3)
    const testId = (await row(methodId)).testId as string
    done(await answerTest(nova.admin, { methodId, testId, received: 'yes' }))
    expect((await phonePage(nova.admin))?.methods).toMatchObject([
      { channel: 'push', address: 'push.example', state: 'verified', used: true, label: 'Phone' },
    ])
    // The same browser again is no second method.
    expect(done(await addPush(nova.admin, one)).methodId).toBe(methodId)
  })

  test('one that is gone is switched off by the worker, known to it by its address, and proved anew', async () => {
    const one = subscription()
    const { methodId } = done(await addPush(nova.admin, one))
    const { membershipId, marketplaceId } = nova.admin
    const key = { recipientId: membershipId, channel: 'push' as const, address: one.endpoint }
    const { auth, p256dh } = one
    expect(await asWorker(marketplaceId, (tx) => methodFor(tx, key))).toMatchObject({
      config: { keys: { auth, p256dh } },
    })
    await answerTest(nova.admin, { methodId, testId: (await row(methodId)).testId as string, received: 'yes' })
    const off = () => asWorker(marketplaceId, (tx, now) => disableMethod(tx, now, { ...key, why: 'gone' }))
    expect([await off(), await off()]).toEqual([true, false])
    expect((await phonePage(nova.admin))?.methods).toMatchObject([{ state: 'off' }])
    expect((await phonePage(nova.admin))?.uncovered).toHaveLength(3)
    done(await addPush(nova.admin, one))
    expect((await phonePage(nova.admin))?.methods).toMatchObject([{ state: 'unverified' }])
  })

  test('a new address from the push service takes the place of the old one, for its owner only', async () => {
    const [one, two] = [subscription(), subscription()]
    const { methodId } = done(await addPush(nova.admin, one))
    expect(await movePush(nova.agent, { old: one.endpoint, ...two })).toMatchObject({ why: 'not_found' })
    done(await movePush(nova.admin, { old: one.endpoint, ...two }))
    expect(await row(methodId)).toMatchObject({ address: two.endpoint })
  })
})

describe('before a shift', () => {
  test('whom no page would reach is told, and so are the leads, once for a shift', async () => {
    const { marketplaceId, scheduleId } = nova
    const from = new Date('2026-06-01T07:00:00Z')
    const warn = (membershipId: string) =>
      asWorker(marketplaceId, (tx, now) =>
        planUnreachableWarning(tx, now, { marketplaceId, membershipId, scheduleId, from, to: null }),
      )
    expect(await warn(nova.oncall.membershipId)).toBe(false)
    expect([await warn(nova.admin.membershipId), await warn(nova.admin.membershipId)]).toEqual([true, true])
    const told = await database.owner.delivery.findMany({ where: { marketplaceId, kind: 'oncall.unreachable' } })
    expect(new Set(told.map(({ recipientId }) => recipientId))).toEqual(
      new Set([nova.admin.membershipId, nova.lead.membershipId]),
    )
    expect(told).toHaveLength(2)
  })
})

describe('what arrives', () => {
  const arrived = (address: string) => mail.copies().filter(({ to }) => to === address)

  test('the code of the last asking only; then a test, whose fate the page tells', async () => {
    const address = `${newId()}@home.example`
    const methodId = await added(nova.admin, address)
    await database.shiftClock(1_000)
    done(await sendCode(nova.admin, { methodId }))
    expect(await deliverAll(database, nova.marketplaceId)).toEqual({ SUPPRESSED: 1, SENT: 1 })
    const [copy] = arrived(address)
    const code =
      /(\d{3}) (\d{3})/
        .exec(copy?.subject ?? '')
        ?.slice(1)
        .join('') ?? ''
    expect(copy?.text).toContain(`https://support.example/${nova.slug}/oncall/phone`)
    done(await verifyMethod(nova.admin, { methodId, code }))
    done(await testPhone(nova.admin, {}))
    await deliverAll(database, nova.marketplaceId)
    expect(arrived(address)).toHaveLength(2)
    expect((await phonePage(nova.admin))?.methods[0]?.test).toMatchObject({ fate: { status: 'handed' }, answer: null })
  })

  test('a partner’s people see the fate of what they had sent, and its link leads to their own page', async () => {
    const { technical } = nova.partners[0]
    const address = `${newId()}@casa.example`
    await added(technical, address)
    await deliverAll(database, nova.marketplaceId)
    expect(arrived(address)[0]?.text).toContain(`https://support.example/${nova.slug}/me/phone`)
    expect((await phonePage(technical))?.methods[0]?.code).toMatchObject({ fate: { status: 'handed' } })
  })

  test('the warning before a shift, in words for her and for her lead; not when she is reached meanwhile', async () => {
    const { marketplaceId, scheduleId, admin } = nova
    const { membershipId } = admin
    const plan = (day: number) => {
      const from = new Date(Date.UTC(2030, 5, day))
      return asWorker(marketplaceId, (tx, now) =>
        planUnreachableWarning(tx, now, { marketplaceId, membershipId, scheduleId, from, to: null }),
      )
    }
    await plan(3)
    expect(await deliverAll(database, marketplaceId)).toEqual({ SENT: 2 })
    const told = mail.copies().slice(-2)
    expect(told.map(({ subject }) => subject.includes('You are on call'))).toContain(true)
    expect(told.map(({ subject }) => subject.includes('Ava Admin is on call'))).toContain(true)
    await plan(4)
    await proved(admin)
    expect(await deliverAll(database, marketplaceId)).toMatchObject({ SUPPRESSED: 3 })
  })
})
