import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addressFault, callOut, ntfyPlace, shownAddress } from '@/lib/delivery'
import { httpOutcome } from '@/lib/delivery/http-outcome'
import { isPublicAddress } from '@/lib/delivery/public-address'
import { forgetEnv } from '@/lib/foundation/env'
import { type HttpReceiver, startHttpReceiver } from '@/tests/setup/http-receiver'

const inside = [
  // This machine, under each of its names.
  'https://127.0.0.1/x',
  'https://127.1/x',
  'https://127.255.255.254/x',
  'https://2130706433/x',
  'https://0x7f000001/x',
  'https://0x7f.1/x',
  'https://0177.0.0.1/x',
  'https://017700000001/x',
  'https://0/x',
  'https://0.0.0.0/x',
  'https://0.1.2.3/x',
  'https://１２７.0.0.1/x',
  'https://127。0。0。1/x',
  'https://[::1]/x',
  'https://[::]/x',
  'https://[0:0:0:0:0:0:0:1]/x',
  // An IPv4 address inside an IPv6 one.
  'https://[::ffff:127.0.0.1]/x',
  'https://[::ffff:7f00:1]/x',
  'https://[::ffff:169.254.169.254]/x',
  'https://[::ffff:0:127.0.0.1]/x',
  'https://[::127.0.0.1]/x',
  'https://[::ffff:10.0.0.1]/x',
  'https://[64:ff9b::7f00:1]/x',
  'https://[64:ff9b::10.0.0.1]/x',
  'https://[64:ff9b:1::1]/x',
  'https://[2002:7f00:1::]/x',
  'https://[2001:0:53aa:64c:0:0:7f00:1]/x',
  // Private and shared ranges.
  'https://10.0.0.1/x',
  'https://10.255.255.255/x',
  'https://172.16.0.1/x',
  'https://172.31.255.254/x',
  'https://192.168.0.1/x',
  'https://100.64.0.1/x',
  'https://100.100.100.200/x',
  'https://[fc00::1]/x',
  'https://[fd12:3456:789a::1]/x',
  'https://[fe80::1]/x',
  'https://[fec0::1]/x',
  // What clouds tell of themselves.
  'https://169.254.169.254/latest/meta-data/',
  'https://169.254.170.2/v2/credentials',
  'https://0xa9fea9fe/x',
  'https://2852039166/x',
  'https://[fd00:ec2::254]/x',
  'https://168.63.129.16/x',
  'https://192.0.0.192/x',
  // Nobody's.
  'https://224.0.0.1/x',
  'https://239.255.255.255/x',
  'https://240.0.0.1/x',
  'https://255.255.255.255/x',
  'https://192.0.2.1/x',
  'https://198.51.100.1/x',
  'https://203.0.113.1/x',
  'https://198.18.0.1/x',
  'https://192.88.99.1/x',
  'https://[ff02::1]/x',
  'https://[2001:db8::1]/x',
  'https://[100::1]/x',
  'https://[3fff::1]/x',
  'https://[4000::1]/x',
  // Names that only exist inside.
  'https://localhost/x',
  'https://LOCALHOST./x',
  'https://shop.localhost/x',
  'https://metadata/x',
  'https://metadata.google.internal/computeMetadata/v1/',
  'https://db.local/x',
  'https://router.lan/x',
  'https://wiki.intranet/x',
  'https://1.0.0.127.in-addr.arpa/x',
]
const malformed = [
  ['http://shop.example/x', 'not_https'],
  ['http://8.8.8.8/x', 'not_https'],
  ['https://user:word@shop.example/x', 'has_password'],
  ['https://user@shop.example/x', 'has_password'],
  ['https://127.0.0.1@shop.example/x', 'has_password'],
  ['ftp://shop.example/x', 'not_a_url'],
  ['file:///etc/passwd', 'not_a_url'],
  ['gopher://shop.example:70/_x', 'not_a_url'],
  ['data:text/plain,x', 'not_a_url'],
  ['javascript:alert(1)', 'not_a_url'],
  ['unix:///var/run/docker.sock', 'not_a_url'],
  ['https://', 'not_a_url'],
  ['//shop.example/x', 'not_a_url'],
  ['shop.example', 'not_a_url'],
  ['', 'not_a_url'],
  ['https://shop.example:99999/x', 'not_a_url'],
  ['https://[::1/x', 'not_a_url'],
  ['https://256.1.1.1/x', 'not_a_url'],
] as const

let receiver: HttpReceiver
beforeEach(async () => {
  receiver = await startHttpReceiver()
  allow('')
})
afterEach(async () => {
  allow('')
  await receiver.close()
})

function allow(hosts: string): void {
  process.env.WAYBILL_PRIVATE_HOSTS = hosts
  forgetEnv()
}

const never = async () => {
  throw new Error('it was resolved')
}
const post = (url: string, more: Parameters<typeof callOut>[1] = {}) =>
  callOut({ url, method: 'POST', body: 'x' }, more)

describe('where we never go', () => {
  test.each(inside)('%s', async (url) => {
    expect(addressFault(url, '')).toBe('not_public')
    expect(await post(url, { resolve: never })).toEqual({ end: 'refused', why: 'the address is not public' })
  })

  test.each(malformed)('%s: %s', async (url, fault) => {
    expect(addressFault(url, '')).toBe(fault)
    expect(await post(url, { resolve: never })).toMatchObject({ end: 'refused' })
  })

  test.each(inside.filter((url) => /\d/.test(new URL(url).hostname) && !/[g-z]/i.test(new URL(url).hostname)))(
    'a public name that stands for %s',
    async (url) => {
      const address = new URL(url).hostname.replace(/^\[|\]$/g, '')
      const family = address.includes(':') ? 6 : 4
      expect(isPublicAddress(address)).toBe(false)
      const resolve = async () => [{ address, family }]
      expect(await post('https://hooks.shop.example/x', { resolve })).toMatchObject({ end: 'refused' })
    },
  )

  test('one inside address among public ones is enough', async () => {
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '::ffff:10.0.0.1', family: 6 },
    ]
    expect(await post('https://hooks.shop.example/x', { resolve })).toMatchObject({ end: 'refused' })
  })

  test('a name is resolved once: the second, inner answer is never asked for', async () => {
    const answers = ['93.184.215.14', '127.0.0.1', '127.0.0.1']
    let asked = 0
    const resolve = async () => [{ address: answers[asked++] ?? '', family: 4 }]
    const ended = await post(`https://rebind.shop.example:${receiver.port}/x`, { resolve, limitMs: 250 })
    expect(ended.end).toBe('unreached')
    expect(asked).toBe(1)
    expect(receiver.knocks()).toEqual([])
  })

  test('a redirect is an answer and leads nowhere', async () => {
    allow('127.0.0.1')
    receiver.mood({ status: 302, headers: { location: `${receiver.url}/inner` } }, '/x')
    const ended = await post(`${receiver.url}/x`)
    expect(ended).toMatchObject({ end: 'answered', status: 302 })
    expect(httpOutcome(ended, new Date())).toEqual({ outcome: 'failed', detail: 'HTTP 302' })
    expect(receiver.knocks().map(({ path }) => path)).toEqual(['/x'])
  })
})

describe('where we go', () => {
  test.each(['https://8.8.8.8/x', 'https://[2606:4700:4700::1111]/x', 'https://hooks.shop.example/x?y=1#z'])(
    '%s',
    (url) => expect(addressFault(url, undefined)).toBeNull(),
  )

  test('a host that the operator allows, by name or with its port alone', async () => {
    expect(addressFault(`${receiver.url}/x`, '127.0.0.1')).toBeNull()
    expect(addressFault(`${receiver.url}/x`, `other.example, 127.0.0.1:${receiver.port}`)).toBeNull()
    expect(addressFault(`${receiver.url}/x`, '127.0.0.1:1')).toBe('not_https')
    expect(addressFault('http://[::1]:8080/x', '[::1]:8080')).toBeNull()
    allow(`127.0.0.1:${receiver.port}`)
    expect(await post(`${receiver.url}/x`)).toEqual({ end: 'answered', status: 204, retryAfter: null })
    const [knock] = receiver.knocks()
    expect(knock).toMatchObject({ path: '/x', body: 'x' })
    expect(knock?.headers['user-agent']).toBe('Waybill')
  })

  test('refused, hung, broken off, drowned in an answer: each is told apart, in time', async () => {
    allow('127.0.0.1')
    receiver.mood('hang', '/hang')
    receiver.mood('drop', '/drop')
    expect(await post(`${receiver.url}/hang`, { limitMs: 120 })).toEqual({ end: 'unknown', why: 'no answer in time' })
    expect(await post(`${receiver.url}/drop`)).toMatchObject({ end: 'unknown' })
    expect(await post('http://127.0.0.1:9/x')).toEqual({ end: 'unreached', why: 'ECONNREFUSED' })
    const lost = async () => {
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    }
    expect(await post('https://gone.shop.example/', { resolve: lost })).toEqual({ end: 'unreached', why: 'ENOTFOUND' })
    const asleep = () => new Promise<never>(() => undefined)
    expect(await post('https://slow.shop.example/', { resolve: asleep, limitMs: 60 })).toMatchObject({
      end: 'unreached',
      why: 'its name was not found in time',
    })
    expect(await post('https://127.0.0.1:9/x')).toMatchObject({ end: 'unreached' })
  })

  test('a server that does not speak TLS has taken nothing', async () => {
    allow('127.0.0.1')
    expect(await post(`https://127.0.0.1:${receiver.port}/x`)).toMatchObject({ end: 'unreached' })
    expect(receiver.knocks()).toEqual([])
  })
})

describe('what an answer means', () => {
  const now = new Date('2026-03-03T10:00:00Z')
  const answered = (status: number, retryAfter: string | null = null) =>
    httpOutcome({ end: 'answered', status, retryAfter }, now)

  test.each([
    [200, 'sent'],
    [204, 'sent'],
    [301, 'failed'],
    [307, 'failed'],
    [400, 'failed'],
    [401, 'failed'],
    [404, 'failed'],
    [408, 'retry'],
    [425, 'retry'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ])('%i: %s', (status, outcome) => expect(answered(status)).toEqual({ outcome, detail: `HTTP ${status}` }))

  test('410 is gone for good, of a push service 404 too', () => {
    expect(answered(410)).toMatchObject({ outcome: 'failed', gone: true })
    const missing = { end: 'answered', status: 404, retryAfter: null } as const
    expect(httpOutcome(missing, now, [404, 410])).toMatchObject({ gone: true })
  })

  test('Retry-After in seconds or as a date, within two minutes', () => {
    expect(answered(429, '30').retryAfterMs).toBe(30_000)
    expect(answered(503, 'Tue, 03 Mar 2026 10:00:20 GMT').retryAfterMs).toBe(20_000)
    expect(answered(429, '86400').retryAfterMs).toBe(120_000)
    expect(answered(429, 'Tue, 03 Mar 2020 10:00:20 GMT').retryAfterMs).toBe(0)
    expect(answered(429, 'soon').retryAfterMs).toBeUndefined()
  })
})

test('an ntfy address names a topic, on its own server or on the operator’s', () => {
  expect(ntfyPlace('https://ntfy.example/oncall', undefined)).toEqual({
    server: 'https://ntfy.example/',
    topic: 'oncall',
  })
  expect(ntfyPlace('https://shop.example/ntfy/on-call_1', undefined)).toEqual({
    server: 'https://shop.example/ntfy/',
    topic: 'on-call_1',
  })
  expect(ntfyPlace('oncall', 'https://ntfy.example')).toEqual({ server: 'https://ntfy.example', topic: 'oncall' })
  for (const bad of ['oncall', 'https://ntfy.example/', 'https://ntfy.example/a b', ''])
    expect(ntfyPlace(bad, undefined)).toBeNull()
})

test.each([
  ['mail', 'marta@nova.example', 'marta@nova.example'],
  ['push', 'https://push.services.example/wpush/v2/a-secret', 'push.services.example'],
  ['webhook', 'https://hooks.example/T0/a-secret', 'hooks.example'],
  ['ntfy', 'https://ntfy.example/a-secret-topic', 'ntfy.example'],
  ['ntfy', 'a-secret-topic', 'ntfy'],
  ['sms', '+34600123456', '… 456'],
] as const)('others read of a %s address %s only %s', (channel, address, shown) => {
  expect(shownAddress(channel, address)).toBe(shown)
})
