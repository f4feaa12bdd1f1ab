// The ground that suites stand on: a database cluster of their own, a build of their own, a browser.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cleanEnv } from '../launch/child-env.mjs'
import { holderOf, tryLock } from '../launch/lock.mjs'
import { inData } from '../launch/paths.mjs'
import { Cluster } from '../launch/postgres.mjs'
import { ensureBuild } from '../launch/prepare.mjs'
import { bornAt } from '../launch/processes.mjs'
import { Failure, step } from '../launch/say.mjs'
import { ensureChromium } from './chromium.mjs'

export const TEST_DIST = '.next-test'
const PASSWORD = 'only-for-tests'

/** A cluster that forgets everything at its end and, unless `durable`, trades safety for speed. One a run, so that runs do not meet. */
export async function throwawayCluster({ durable = false } = {}) {
  await removeAbandoned()
  const folder = inData('test', `run-${process.pid}`)
  tryLock(lockOf(folder))
  const cluster = new Cluster(folder, PASSWORD, { durable })
  cluster.drop = async () => {
    await cluster.remove()
    rmSync(lockOf(folder), { force: true })
  }
  await cluster.init()
  await cluster.start()
  return cluster
}

const lockOf = (folder) => `${folder}.lock`

/** Runs that were killed leave a cluster behind; it goes with the next run. */
async function removeAbandoned() {
  const tests = path.dirname(inData('test', 'x'))
  for (const name of readdirSync(tests))
    if (/^\d+-/.test(name) && !bornAt(Number.parseInt(name, 10))) rmSync(path.join(tests, name))
  for (const name of readdirSync(tests).filter((entry) => /^run-\d+\.lock$/.test(entry))) {
    const lock = path.join(tests, name)
    if (holderOf(lock)) continue
    await new Cluster(lock.replace(/\.lock$/, ''), PASSWORD).remove()
    rmSync(lock, { force: true })
  }
}

/** The addresses that the tools of lib/db ask for; in a throwaway cluster a role's password is its name. */
export function addresses(cluster) {
  const as = (role) => cluster.url('postgres', role, role)
  return {
    DATABASE_URL: as('waybill_app'),
    DATABASE_URL_WORKER: as('waybill_worker'),
    DATABASE_URL_OWNER: cluster.url(),
  }
}

/** Lays what suites need, once each, and answers the environment they run in. */
export class Ground {
  #env = { ...cleanEnv(), WAYBILL_TEST_DIST: TEST_DIST }

  constructor({ full, tickets }) {
    if (full) this.#env.WAYBILL_FULL = '1'
    if (tickets) this.#env.WAYBILL_BENCH_TICKETS = tickets
  }

  #laid = new Map()

  async lay(needs) {
    for (const need of needs) {
      if (this.#laid.get(need) === 'failed') throw new Failure(`It needs the ${need}, which failed above.`)
      this.#laid.set(need, 'failed')
      await this[need]()
      this.#laid.set(need, 'there')
    }
    return { ...this.#env }
  }

  async database() {
    this.cluster ??= await step('Starting a database for the tests', throwawayCluster)
    this.#env.WAYBILL_TEST_PG = this.cluster.url()
  }

  async durable() {
    this.cluster ??= await step('Starting a database that keeps what it is told', () =>
      throwawayCluster({ durable: true }),
    )
    this.#env.WAYBILL_TEST_PG = this.cluster.url()
  }

  build() {
    return ensureBuild(TEST_DIST, cleanEnv())
  }

  async chromium() {
    this.#env.CHROMIUM_PATH ??= await ensureChromium()
  }

  /** For the drift check, which asks for addresses rather than a cluster. */
  get addresses() {
    return this.cluster ? addresses(this.cluster) : {}
  }

  async clear() {
    await this.cluster?.drop()
    for (const name of readdirSync(path.dirname(inData('test', 'x'))))
      if (name.startsWith(`${process.pid}-`) && existsSync(inData('test', name))) rmSync(inData('test', name))
  }
}
