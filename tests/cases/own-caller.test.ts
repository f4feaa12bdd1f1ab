import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { forgetEnv } from '@/lib/foundation/env'
import { visitorFrom } from '@/lib/identity/visitor'
import { tellOwnCaller } from '@/lib/web/own-caller'

function behind(proxies: string) {
  process.env.WAYBILL_PROXIES = proxies
  forgetEnv()
}

afterEach(() => behind('0'))

const seen = (forwarded: string) => visitorFrom((name) => (name === 'x-forwarded-for' ? forwarded : null)).ip

test('connected directly: what a caller writes into X-Forwarded-For is not believed', async () => {
  tellOwnCaller()
  const server = createServer((request, response) => response.end(seen(String(request.headers['x-forwarded-for']))))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'x-forwarded-for': '198.51.100.7' } })
  expect(await answer.text()).toBe('127.0.0.1')
  server.closeAllConnections()
  server.close()
})

test('behind proxies: the one that the outermost of ours has seen', () => {
  const claimed = '198.51.100.7, 203.0.113.5, 10.0.0.2'
  behind('1')
  expect(seen('198.51.100.7, 203.0.113.5')).toBe('203.0.113.5')
  behind('2')
  expect(seen(claimed)).toBe('203.0.113.5')
  expect(seen('10.0.0.2')).toBe('unknown')
})
