import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { forgetEnv } from '@/lib/foundation/env'
import { log } from '@/lib/foundation/log'
import { Worker } from '@/lib/worker/worker'
import { AT_NIGHT, claimed, freshMarketplace, offsetTo } from '@/tests/builders/urgent'
import { useDatabase } from '@/tests/setup/database'

// A files folder so large that the sweep never ends.
vi.mock('@/lib/worker/tidy', () => ({ tidy: vi.fn(() => new Promise<void>(() => {})) }))

const database = useDatabase()
let worker: Worker
let running: Promise<void>

beforeAll(() => {
  log.level = 'silent'
  process.env.SMTP_URL = 'smtp://127.0.0.1:9'
  forgetEnv()
  worker = new Worker()
  running = worker.run()
})

afterAll(async () => {
  worker.stop()
  await running
})

test('sweeping files never stands before a page', async () => {
  const { tidy } = await import('@/lib/worker/tidy')
  await vi.waitFor(() => expect(tidy).toHaveBeenCalled(), 10_000)
  const nova = await freshMarketplace(database.owner)
  await database.shiftClock(offsetTo(AT_NIGHT))
  const { claimId } = await claimed(database.owner, nova.partners[0].owner, nova)
  await vi.waitFor(async () => expect(await database.owner.escalation.count({ where: { claimId } })).toBe(1), {
    timeout: 10_000,
    interval: 100,
  })
})
