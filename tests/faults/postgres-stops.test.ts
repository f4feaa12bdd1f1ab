import { randomInt } from 'node:crypto'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Cluster } from '@/bin/launch/postgres.mjs'
import { createDatabase, type TestDatabase } from '../setup/database'
import type { Running } from '../setup/process'
import { type SmtpReceiver, startSmtpReceiver } from '../setup/smtp-receiver'
import prepareTemplate from '../setup/template-database'
import { startWorker } from '../setup/worker-process'
import { forgottenTakes, quiet, wrongsAfter } from './after-the-storm'
import { keepFigures } from './figures'
import { prepareNight } from './kill-run'
import { Load } from './load'
import { Outside } from './outside'
import { workerInOneFile } from './worker-in-one-file'

/* Only in `npm run test:full`. A cluster of its own that keeps what it was told to keep (fsync), as in production. */
const STOPS = 20

type Disk = {
  start(): Promise<unknown>
  init(): Promise<void>
  url(): string
  remove(): Promise<void>
  /** SIGQUIT to its first process: it ends at once and recovers from its log when it is started again. */
  quit(): Promise<void>
}

describe.runIf(process.env.WAYBILL_FULL)('Postgres is stopped at once', () => {
  const started: Running[] = []
  let cluster: Disk
  let before: string | undefined
  let database: (TestDatabase & { drop(): Promise<void> }) | undefined
  let mail: SmtpReceiver | undefined
  let program: Awaited<ReturnType<typeof workerInOneFile>> | undefined

  beforeAll(async () => {
    program = await workerInOneFile()
    cluster = new Cluster(path.resolve('.data/test', `stops-${process.pid}`), 'only-for-tests') as unknown as Disk
    await cluster.init()
    await cluster.start()
    before = process.env.WAYBILL_TEST_PG
    process.env.WAYBILL_TEST_PG = cluster.url()
    await prepareTemplate()
  })
  afterAll(async () => {
    await Promise.all(started.map((worker) => worker.kill()))
    await database?.drop()
    await mail?.close()
    await cluster?.remove()
    program?.remove()
    process.env.WAYBILL_TEST_PG = before
  })

  test(`${STOPS} times under load: what was answered is kept, nothing is lost (invariants 3, 6, 7, 8)`, async () => {
    let load: Load | undefined
    let pages = 0
    const outside = new Outside((token) => {
      if (++pages % 2 === 0) load?.take(token)
    })
    mail = await startSmtpReceiver(undefined, outside.copy)
    database = await createDatabase()
    const night = await prepareNight({ database }, 'PG')
    load = new Load(database.owner, night, outside)
    await load.prepare(150)
    const env = {
      DATABASE_URL_WORKER: database.urls.worker,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET,
      SMTP_URL: mail.url,
      WAYBILL_URL: 'https://support.example',
    }
    for (let count = 0; count < 2; count++) await startWorker(env, started, undefined, [program?.file ?? ''])
    for (let stream = 0; stream < 3; stream++) load.claims(250)
    const away: number[] = []
    for (let stop = 0; stop < STOPS; stop++) {
      await pause(randomInt(500, 2_000))
      const begun = performance.now()
      await cluster.quit()
      await cluster.start()
      away.push(Math.round(performance.now() - begun))
    }
    await load.stop()
    const lost = await outside.settled(120_000)
    await quiet(database.owner, night.marketplaceId)
    keepFigures('postgres-stops', {
      stops: STOPS,
      promised: outside.promised.size,
      copies: outside.heard.length,
      taken: load.taken.size,
      lostPages: lost.pages.length,
      lostConfirmations: lost.confirmations.length,
      doubled: outside.doubled,
      longestAwayMs: Math.max(...away),
    })
    expect(lost).toEqual({ pages: [], confirmations: [] })
    expect(await wrongsAfter(database.owner, outside, night.marketplaceId)).toEqual([])
    expect(await forgottenTakes(database.owner, load.taken)).toEqual([])
    expect(started.map(({ child }) => child.exitCode ?? child.signalCode)).toEqual([null, null])
  }, 900_000)
})
