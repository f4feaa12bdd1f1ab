import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reachBy } from '../builders/phones'
import { useDatabase } from '../setup/database'
import { type HttpReceiver, startHttpReceiver } from '../setup/http-receiver'
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
/** On a busy machine it is as many as fit into this, in milliseconds; the figures say how many. */
const LONGEST = Number(process.env.WAYBILL_KILL_MINUTES ?? 90) * 60_000
/** How many claims stream in beside each other. */
const STREAMS = 2

describe.runIf(process.env.WAYBILL_FULL)('a worker that is killed all the time', () => {
  const database = useDatabase()
  const started: Running[] = []
  let mail: SmtpReceiver | undefined
  let hooks: HttpReceiver | undefined
  let program: Awaited<ReturnType<typeof workerInOneFile>>

  beforeAll(async () => {
    program = await workerInOneFile()
  })
  afterAll(async () => {
    await Promise.all(started.map((worker) => worker.kill()))
    await mail?.close()
    await hooks?.close()
    program?.remove()
  })

  test(`${KILLS} kill -9, at random and at every named moment: 0 pages lost (invariants 3, 6, 7, 8)`, async () => {
    const { figures, wrongs } = await storm(KILLS, 'KS')
    keepFigures('many-kills', figures)
    expect(wrongs).toEqual([])
  }, 9_000_000)

  test('the same while many pages for one person become one message: each run is named, none is lost', async () => {
    const { figures, wrongs } = await storm(Math.ceil(KILLS / 20), 'BU', { bundleOver: 3, bundleSeconds: 60 })
    keepFigures('many-kills-bundled', figures)
    expect(wrongs).toEqual([])
  }, 9_000_000)

  /** Kills `count` workers under load in a marketplace of its own; answers the figures and all that is not as it should be. */
  async function storm(count: number, prefix: string, settings = {}) {
    let pages = 0
    let load: Load | undefined
    const outside = new Outside((token) => {
      // Two of three pages are taken at once; the rest go on up the ladder.
      if (++pages % 3 !== 0) load?.take(token)
    })
    mail = await startSmtpReceiver(undefined, outside.copy)
    hooks = await startHttpReceiver(outside.knock)
    const night = await prepareNight({ database }, prefix)
    await database.owner.marketplaceSettings.update({ where: { marketplaceId: night.marketplaceId }, data: settings })
    for (const person of [night.oncall, night.oncall2])
      await reachBy(database.owner, person, {
        channel: 'webhook',
        address: `${hooks.url}/${person.membershipId}`,
        position: 1,
      })
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
      WAYBILL_PRIVATE_HOSTS: '127.0.0.1',
    }
    for (let stream = 0; stream < STREAMS; stream++) load.claims(900)
    const begun = performance.now()
    const kills = await killMany(count, { env, program: [program.file] }, started, LONGEST)
    const tookSeconds = Math.round((performance.now() - begun) / 1000)

    // The claims stop; whoever is alive from here on finds what all the dead have left.
    const last = await startWorker(env, started, undefined, [program.file])
    await load.stop()
    const lost = await outside.settled(120_000)
    await quiet(database.owner, night.marketplaceId)
    await last.stop()

    const mayDouble = kills.killed.after_send + kills.killed.before_settle + kills.killed.random
    const figures = {
      kills: kills.at.length,
      killed: kills.killed,
      tookSeconds,
      promised: outside.promised.size,
      copies: outside.heard.length,
      taken: load.taken.size,
      lostPages: lost.pages.length,
      lostConfirmations: lost.confirmations.length,
      doubled: outside.doubled,
      mayHaveDoubled: mayDouble,
    }
    const wrongs = [
      ...lost.pages.map((number) => `${number}: nobody was paged`),
      ...lost.confirmations.map((number) => `${number}: its partner was told nothing`),
      ...(await wrongsAfter(database.owner, outside, night.marketplaceId)),
      ...(await forgottenTakes(database.owner, load.taken)).map((id) => `${id}: it was taken, and is not`),
    ]
    if (outside.promised.size < count / 2) wrongs.push(`only ${outside.promised.size} claims`)
    // Both kinds of lanes are eight wide: so many messages of one worker are on their way at most when it dies.
    if (outside.doubled > mayDouble * 16) wrongs.push(`${outside.doubled} copies came twice in ${mayDouble} such kills`)
    await mail.close()
    await hooks.close()
    return { figures, wrongs }
  }
})
