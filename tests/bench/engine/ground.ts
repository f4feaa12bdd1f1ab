import { setTimeout as pause } from 'node:timers/promises'
import webpush from 'web-push'
import { connect, type PrismaClient } from '@/lib/db'
import { forgetEnv } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { closeClients } from '@/lib/tenancy'
import { openTicket } from '@/lib/tickets'
import { type Lines, workerInOneFile } from '@/tests/faults/worker-in-one-file'
import { browser, reachBy } from '../../builders/phones'
import { requestForm } from '../../builders/tickets'
import { offsetTo } from '../../builders/urgent'
import { buildMarketplace, buildPartner, type MarketplaceWorld } from '../../builders/world'
import { startHttpReceiver } from '../../setup/http-receiver'
import type { Running, Variables } from '../../setup/process'
import { createScratchDatabase } from '../../setup/scratch-database'
import prepareTemplate from '../../setup/template-database'
import { startWorker } from '../../setup/worker-process'
import { Arrivals } from './arrivals'
import { numbersIn } from './numbers'
import { startSink } from './sink'

export type EngineGround = {
  owner: PrismaClient
  arrivals: Arrivals
  /**
   * Moves the database's clock to `at`, and on from there; nothing of before pages into what comes. Answers the clock's
   * distance from this machine's, in milliseconds.
   */
  clockAt(at: Date): Promise<number>
  /** A marketplace; its engineers on call are reached by mail, webhook and push when `roads` says so. */
  marketplace(prefix: string, roads?: 'all' | 'mail'): Promise<MarketplaceWorld>
  worker(extra?: Variables, change?: Lines): Promise<Running>
  /** Ends all workers, politely. */
  endWorkers(): Promise<void>
}

/** A database, receivers of every road, workers as they run in production; all of it ends with `work`. */
export async function onEngineGround(work: (ground: EngineGround) => Promise<void>): Promise<void> {
  await prepareTemplate()
  const database = await createScratchDatabase('engine')
  const arrivals = new Arrivals()
  const sink = await startSink((one) => arrivals.came(one))
  const hooks = await startHttpReceiver(({ path, at, body, headers }) => {
    const road = path.startsWith('/push') ? 'push' : 'webhook'
    const id = headers['webhook-id'] ?? headers.topic ?? ''
    arrivals.came({ road, at, id, page: true, numbers: road === 'webhook' ? numbersIn(body) : [] })
  })
  const { publicKey, privateKey } = webpush.generateVAPIDKeys()
  const env = {
    DATABASE_URL: database.urls.app,
    DATABASE_URL_WORKER: database.urls.worker,
    NEXTAUTH_SECRET: 'a secret of the tests, long enough to pass',
    SMTP_URL: sink.url,
    WAYBILL_URL: 'https://support.example',
    WAYBILL_PRIVATE_HOSTS: '127.0.0.1',
    WAYBILL_VAPID_PUBLIC: publicKey,
    WAYBILL_VAPID_PRIVATE: privateKey,
    LOG_LEVEL: 'info',
  }
  Object.assign(process.env, env, { LOG_LEVEL: 'silent' })
  forgetEnv()
  const owner = connect(database.urls.owner, 3)
  const started: Running[] = []
  const programs: { remove(): void }[] = []
  try {
    await work({
      owner,
      arrivals,
      async clockAt(at) {
        await owner.$executeRaw`
          update escalation set state = 'RESOLVED', next_at = null, closed_at = app_now() where next_at is not null`
        const underWay = () =>
          owner.delivery.count({ where: { OR: [{ status: 'SENDING' }, { status: 'PENDING', priority: { lt: 2 } }] } })
        while ((await underWay()) > 0) await pause(100)
        const offset = Math.round(offsetTo(at))
        const moved = { offsetMs: BigInt(offset) }
        await owner.clockOffset.upsert({ where: { id: 1 }, create: { id: 1, ...moved }, update: moved })
        return offset
      },
      async marketplace(prefix, roads = 'mail') {
        const slug = `engine-${prefix.toLowerCase()}`
        const place = await buildMarketplace(owner, { slug, name: 'Engine', prefix, timeZone: 'Europe/Rome' })
        for (const person of roads === 'all' ? [place.oncall, place.oncall2] : []) {
          const { membershipId: id } = person
          await reachBy(owner, person, { channel: 'webhook', address: `${hooks.url}/hook/${id}`, position: 1 })
          await reachBy(owner, person, {
            channel: 'push',
            address: `${hooks.url}/push/${id}`,
            ...browser(),
            position: 2,
          })
        }
        return place
      },
      async worker(extra = {}, change) {
        const program = await workerInOneFile(change)
        programs.push(program)
        return startWorker({ ...env, ...extra }, started, undefined, [program.file])
      },
      async endWorkers() {
        await Promise.all(started.splice(0).map((one) => one.stop()))
      },
    })
  } finally {
    await Promise.all(started.map((one) => one.kill()))
    for (const program of programs) program.remove()
    await hooks.close()
    await sink.close()
    await owner.$disconnect()
    await closeClients()
    await database.drop()
  }
}

/** A partner that nobody has heard of yet claims that orders are blocked. Answers when it pressed "send", and the number. */
export async function claim(owner: PrismaClient, place: MarketplaceWorld) {
  const { technical } = await buildPartner(owner, place.marketplaceId, place.slug, `Firm ${newId()}`, 'en')
  const form = requestForm(place.urgentTopicId, { subject: 'Checkout down', claim: { condition: 'orders_blocked' } })
  const at = Date.now()
  const opened = await openTicket(technical, form)
  if (!opened.ok) throw new Error(opened.why)
  return { at, number: opened.value.number, ticketId: opened.value.ticketId }
}
