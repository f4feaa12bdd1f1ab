import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withoutTenant } from '@/lib/tenancy'
import { aggregateMeasures } from '@/lib/worker'
import { Measures } from '@/lib/worker/measures'
import { AT_NIGHT, claimed, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import { useDatabase } from '@/tests/setup/database'
import type { Running } from '@/tests/setup/process'
import { type SmtpReceiver, startSmtpReceiver } from '@/tests/setup/smtp-receiver'
import { startWorker } from '@/tests/setup/worker-process'

const database = useDatabase()
const workers: Running[] = []
let mail: SmtpReceiver
let watchdog: Server
let pings = 0

beforeAll(async () => {
  mail = await startSmtpReceiver()
  watchdog = createServer((_request, response) => {
    pings += 1
    response.end()
  })
  await new Promise<void>((listening) => watchdog.listen(0, '127.0.0.1', listening))
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill()))
  await mail.stop()
  await new Promise((closed) => watchdog.close(closed))
})

const told = () => withoutTenant((tx, now) => aggregateMeasures(tx, now))

test('a living worker tells its measures and pings the watchdog; one that is gone tells nothing', async () => {
  expect(await told()).toContain('waybill_workers 0')
  const nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
  await claimed(database.owner, nova.partners[0].owner, nova)
  const env = {
    DATABASE_URL_WORKER: database.urls.worker,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET ?? '',
    SMTP_URL: mail.url,
    WAYBILL_URL: 'https://support.example',
    WAYBILL_PRIVATE_HOSTS: '127.0.0.1',
    WAYBILL_DEADMAN_URL: `http://127.0.0.1:${(watchdog.address() as AddressInfo).port}/alive`,
  }
  const worker = await startWorker(env, workers)
  let text = ''
  for (let tries = 0; tries < 100 && !/attempts_total\{.*outcome="sent"/.test(text); tries++) {
    await pause(100)
    text = await told()
  }
  expect(text).toContain('waybill_workers 1')
  expect(text).toMatch(/waybill_delivery_attempts_total\{.*channel="mail".*\} [1-9]/)
  expect(text).toMatch(/waybill_oldest_overdue_timer_seconds 0/)
  expect(text).toContain('waybill_timer_lateness_seconds_bucket')
  expect(pings).toBeGreaterThan(0)
  await worker.stop()
  expect(await told()).toContain('waybill_workers 0')
})

test('ages are the greatest, by marketplace; what was due and no longer is, is no longer told', async () => {
  const measures = new Measures()
  const now = new Date(100_000)
  const seen = (kind: string, marketplaceId: string, dueAt: number) => ({
    kind,
    marketplaceId,
    id: 'x',
    dueAt: new Date(dueAt),
  })
  measures.look([seen('timer', 'nova', 90_000), seen('timer', 'nova', 97_000), seen('digest', 'orbit', 0)], now)
  expect(await measures.oldestOverdue()).toBe(10)
  const text = await measures.registry.metrics()
  expect(text).toContain('waybill_marketplace_lag_seconds{marketplace="nova"} 10')
  expect(text).not.toContain('waybill_marketplace_lag_seconds{marketplace="orbit"}')
  measures.look([], now)
  expect(await measures.oldestOverdue()).toBe(0)
  expect(await measures.registry.metrics()).not.toContain('marketplace="nova"')
})
