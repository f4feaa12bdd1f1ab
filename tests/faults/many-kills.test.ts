import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { useDatabase } from '../setup/database'
import type { Running } from '../setup/process'
import { type SmtpReceiver, startSmtpReceiver } from '../setup/smtp-receiver'
import { startWorker } from '../setup/worker-process'
import { forgottenTakes, quiet, wrongsAfter } from './after-the-storm'
import { keepFigures } from './figures'
import { prepareNight } from './kill-run'
import { Load } from './load'
import { killMany } from './many-kills'
import { Outside } from './outside'
import { workerInOneFile } from './worker-in-one-file'

/* Only in `npm run test:full`: a thousand kills take half an hour. The short suite has kill.test.ts. */
const KILLS = Number(process.env.WAYBILL_KILLS ?? 1_000)
/** How many claims stream in beside each other. */
const STREAMS = 2

describe.runIf(process.env.WAYBILL_FULL)('a worker that is killed all the time', () => {
  const database = useDatabase()
  const started: Running[] = []
  let mail: SmtpReceiver
  let program: Awaited<ReturnType<typeof workerInOneFile>>

  beforeAll(async () => {
    program = await workerInOneFile()
  })
  afterAll(async () => {
    await Promise.all(started.map((worker) => worker.kill()))
    await mail?.close()
    program?.remove()
  })

  test(`${KILLS} kill -9, at random and at every named moment: 0 pages lost (invariants 3, 6, 7, 8, 9)`, async () => {
    let pages = 0
    let load: Load | undefined
    const outside = new Outside((token) => {
      // Two of three pages are taken at once; the rest go on up the ladder.
      if (++pages % 3 !== 0) load?.take(token)
    })
    mail = await startSmtpReceiver(undefined, outside.copy)
    const night = await prepareNight({ database }, 'KS')
    await database.owner.policyVersion.updateMany({
      where: { marketplaceId: night.marketplaceId },
      data: {
        steps: [
          { delaySeconds: 4, targets: [{ kind: 'schedule', scheduleId: night.scheduleId }] },
          { delaySeconds: 4, targets: [{ kind: 'user', membershipId: night.oncall2.membershipId }] },
        ],
        catchAllEverySeconds: 86_400,
      },
    })
    load = new Load(database.owner, night, outside)
    await load.prepare(20)
    const env = {
      DATABASE_URL_WORKER: database.urls.worker,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET,
      SMTP_URL: mail.url,
      WAYBILL_URL: 'https://support.example',
      LOG_LEVEL: 'info',
    }
    for (let stream = 0; stream < STREAMS; stream++) load.claims(900)
    const begun = performance.now()
    const kills = await killMany(KILLS, { env, program: [program.file] }, started)
    const tookSeconds = Math.round((performance.now() - begun) / 1000)

    // The claims stop; whoever is alive from here on finds what all the dead have left.
    const last = await startWorker(env, started, undefined, [program.file])
    await load.stop()
    const lost = await outside.settled(120_000)
    await quiet(database.owner, night.marketplaceId)
    await last.stop()

    const mayDouble = kills.killed.after_send + kills.killed.before_settle + kills.killed.random
    const figures = {
      kills: KILLS,
      killed: kills.killed,
      tookSeconds,
      promised: outside.promised.size,
      copies: outside.heard.length,
      taken: load.taken.size,
      lostPages: lost.pages.length,
      lostConfirmations: lost.confirmations.length,
      doubled: outside.doubled,
      killsBetweenSendAndSettle: mayDouble,
    }
    keepFigures('many-kills', figures)
    expect(lost).toEqual({ pages: [], confirmations: [] })
    expect(await wrongsAfter(database.owner, outside, night.marketplaceId)).toEqual([])
    expect(await forgottenTakes(database.owner, load.taken)).toEqual([])
    expect(outside.promised.size).toBeGreaterThan(KILLS / 2)
    // A lane each: so many messages of one worker can be on their way at the moment it dies.
    expect(outside.doubled).toBeLessThanOrEqual(mayDouble * 8)
  }, 6_000_000)
})
