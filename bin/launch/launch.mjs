// `npm start` on the project's own Node: everything up in order, watched, and down again together.
import { setTimeout as sleep } from 'node:timers/promises'
import { showBanner } from './banner.mjs'
import { environments } from './child-env.mjs'
import { databaseIsGiven, demoIsLoaded, embeddedCluster, givenDatabase, isNew, startEmbedded } from './database.mjs'
import { describeLock, holderOf, tryLock, unlock } from './lock.mjs'
import { parentIsGone, parents } from './parents.mjs'
import { inData, inRoot, shown } from './paths.mjs'
import { firstFree, isTaken } from './ports.mjs'
import { ensureBuild, ensurePrismaClient } from './prepare.mjs'
import { bornAt, endTools, run, whoIs } from './processes.mjs'
import { dim, Failure, say, sayFailure, seconds, step } from './say.mjs'
import { endLeftovers, endServices, kinds, rememberServices, Service } from './services.mjs'
import { ownSecrets } from './settings.mjs'

const begun = performance.now() - (Date.now() - Number(process.env.WAYBILL_BEGAN ?? Date.now()))
const lock = inData('start.lock')
const services = []
let cluster
let stopping

/** @param {{ dev?: boolean, demo?: boolean }} options */
export async function launch({ dev = false, demo = false }) {
  const stopFor = (reason) => () => stop(reason, 0)
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stopFor('Stopping'))
  parentIsGone(stopFor('Whoever started this is gone; stopping'))
  try {
    await up({ dev, demo })
    await watch()
  } catch (error) {
    if (!stopping) sayFailure(error)
    await stop('', Number.isInteger(error.code) ? error.code : 1)
  }
}

async function up({ dev, demo }) {
  await takeLock()
  const given = databaseIsGiven()
  const left = await endLeftovers()
  if (left.length > 0) say(dim(`  Replaced what an earlier start left running: ${left.join(', ')}`))
  const host = process.env.HOST || '127.0.0.1'
  const port = await choosePort(host)
  const mail = process.env.SMTP_URL ? undefined : await mailPorts(port)

  await ensurePrismaClient()
  const build = environments({ urls: {}, port, mail, secret: '', dev })
  if (!dev) await ensureBuild('.next', build.tool)

  if (!given) cluster = embeddedCluster()
  const making = cluster && isNew(cluster)
  const database = given
    ? givenDatabase()
    : await step(making ? 'Making the embedded database' : 'Starting the embedded database', () =>
        startEmbedded(cluster),
      )
  const env = environments({ urls: database.urls, port, mail, ...ownSecrets(), dev })
  await step('Bringing the tables up to date', () => tool('The migration', 'lib/db/apply.ts', env.tool))
  if (database.demo || demo) {
    await step('Loading the demo world', () => tool('The demo world', 'prisma/seed.ts', env.tool))
    demoIsLoaded()
  }

  if (mail) services.push(new Service('mailbox', kinds.mailbox({ port: mail.http }), env.mailbox))
  services.push(
    new Service('web', kinds.web({ port, host, dev }), env.web),
    new Service('worker', kinds.worker(), env.worker),
  )
  await step(`Starting ${services.map(({ name }) => name).join(', ')}`, async () => {
    for (const service of services) service.start()
    rememberServices(services)
    await Promise.all(services.map((service) => service.healthy()))
  })
  if (stopping) return
  describeLock(lock, { address: env.address, mail, parents: parents().map(whoIs) })
  showBanner({ address: env.address, mail, demo: !given || demo, took: seconds(begun) })
}

const tool = (what, file, env) => run(what, process.execPath, ['--import', 'tsx', inRoot(file)], { env })

/** One start at a time in a checkout. One that lost its parent to a kill -9 is replaced. */
async function takeLock() {
  const mine = { parents: parents().map(whoIs) }
  if (tryLock(lock, mine)) return
  const other = holderOf(lock)
  if (other?.parents?.some(({ pid, born }) => bornAt(pid) !== born)) {
    say(dim('  Replacing an earlier start whose terminal is gone ...'))
    process.kill(other.pid, 'SIGTERM')
    for (let waited = 0; holderOf(lock) && waited < 12_000; waited += 100) await sleep(100)
    if (holderOf(lock)?.pid === other.pid) process.kill(other.pid, 'SIGKILL')
    await sleep(100)
    if (tryLock(lock, mine)) return
  }
  const where = holderOf(lock)?.address
  throw new Failure(
    `Waybill already runs from this folder (process ${other?.pid})${where ? `: ${where}` : ', it is still starting'}. Stop it there with Ctrl-C first.`,
  )
}

async function choosePort(host) {
  const asked = Number(process.env.PORT || 3000)
  if (!Number.isInteger(asked) || asked < 1 || asked > 65_535)
    throw new Failure(`PORT is ${process.env.PORT}: it must be a number from 1 to 65535.`)
  if (!(await isTaken(asked, host))) return asked
  if (process.env.PORT)
    throw new Failure(
      `Port ${asked} is taken by another program, and PORT insists on it. Stop that program or choose another PORT.`,
    )
  const free = await firstFree(asked + 1, { host })
  say(`  Port ${asked} is taken by another program; using ${free}.`)
  return free
}

async function mailPorts(port) {
  const http = await firstFree(8025, { besides: [port] })
  return { http, smtp: await firstFree(1025, { besides: [port, http] }) }
}

/** Brings back what falls over; without the web process there is nothing left to serve. */
async function watch() {
  const restarts = new Map()
  while (!stopping) {
    await sleep(500)
    for (const service of services.filter(({ exit }) => exit)) {
      if (stopping) return
      if (service.name === 'web') throw service.failure(`ended (${service.exit})`)
      const { count = 0, at = 0 } = restarts.get(service.name) ?? {}
      const now = performance.now()
      const again = now - at < 60_000 ? count : 0
      if (now - at < Math.min(30_000, 1000 * 2 ** again) && at) continue
      restarts.set(service.name, { count: again + 1, at: now })
      say(`  The ${service.name} ended (${service.exit}); starting it again. Its log: ${shown(service.log)}`)
      service.start()
      rememberServices(services)
    }
    if (cluster && !stopping && !cluster.isRunning()) {
      say('  The embedded database ended; starting it again.')
      await cluster.start()
    }
  }
  await new Promise(() => {})
}

/** Everything down: tools, web, worker and mailbox together, then the database. Called again, it waits for the first. */
async function stop(reason, code) {
  if (stopping) return stopping
  stopping = (async () => {
    if (reason) say(`\n  ${reason} ...`)
    await Promise.all([endTools(), endServices(services)])
    await cluster?.stop()
    unlock(lock)
    if (reason) say('  Stopped.')
    process.exit(code)
  })()
  return stopping
}
