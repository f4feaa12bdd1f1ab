// The processes that make up a running Waybill: web, worker, mailbox.
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, rmSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { inData, inRoot, shown } from './paths.mjs'
import { writePrivate } from './postgres.mjs'
import { nextBin } from './prepare.mjs'
import { bornAt, endGroups, isAlive, startService, whoIs } from './processes.mjs'
import { Failure } from './say.mjs'

const LOG_LIMIT = 5_000_000
const PATIENCE = 90_000
const stateFile = () => inData('run.json')

/** How each is started and how we know that it is up. */
export const kinds = {
  web: ({ port, host, dev }) => ({
    args: [nextBin, dev ? 'dev' : 'start', '-p', `${port}`, '-H', host],
    ready: () => answersOk(`http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/readyz`),
  }),
  worker: () => ({
    args: ['--import', 'tsx', inRoot('lib/worker/main.ts')],
    ready: (service) => service.said('"msg":"worker ready"'),
  }),
  mailbox: ({ port }) => ({
    args: [inRoot('bin/mailbox.mjs')],
    ready: () => answersOk(`http://127.0.0.1:${port}/api/messages`),
  }),
}

async function answersOk(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000), redirect: 'manual' })
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

export class Service {
  constructor(name, kind, env) {
    this.name = name
    this.env = env
    Object.assign(this, kind)
    this.log = inData('logs', `${name}.log`)
    this.exit = undefined
  }

  start() {
    if (existsSync(this.log) && statSync(this.log).size > LOG_LIMIT) renameSync(this.log, `${this.log}.1`)
    this.from = existsSync(this.log) ? statSync(this.log).size : 0
    this.exit = undefined
    this.child = startService(this.args, this)
    this.child.once('error', (error) => {
      this.exit = error.message
    })
    this.child.once('exit', (code, signal) => {
      this.exit = signal ?? `code ${code}`
    })
    return this
  }

  /** What it wrote since it was started. */
  told() {
    const length = Math.max(0, statSync(this.log).size - this.from)
    const buffer = Buffer.alloc(Math.min(length, 1_000_000))
    const file = openSync(this.log, 'r')
    readSync(file, buffer, 0, buffer.length, this.from + length - buffer.length)
    closeSync(file)
    return buffer.toString('utf8')
  }

  said = (text) => this.told().includes(text)

  failure(what) {
    const output = this.told().trimEnd().split('\n').slice(-30).join('\n')
    return new Failure(`The ${this.name} process ${what} (its log: ${shown(this.log)})`, { output })
  }

  /** @throws Failure with the last lines of its log when it dies or takes too long */
  async healthy() {
    for (const begun = performance.now(); performance.now() - begun < PATIENCE; await sleep(60)) {
      if (this.exit) throw this.failure(`ended at its start: ${this.exit}`)
      if (await this.ready(this)) return
    }
    throw this.failure(`did not become ready within ${PATIENCE / 1000} s`)
  }
}

/** Remembers who runs, so that a start after a kill -9 can find them. */
export function rememberServices(services) {
  const running = services.filter(({ child, exit }) => child?.pid && !exit)
  writePrivate(stateFile(), JSON.stringify(running.map(({ name, child }) => ({ name, ...whoIs(child.pid) }))))
}

/** Ends what an earlier start left running; never a stranger who got an old pid. @returns their names */
export async function endLeftovers() {
  if (!existsSync(stateFile())) return []
  const left = JSON.parse(readFileSync(stateFile(), 'utf8')).filter(isAlive)
  await endGroups(
    left.map(({ pid }) => pid),
    4000,
  )
  rmSync(stateFile(), { force: true })
  return left.map(({ name }) => name)
}

export async function endServices(services) {
  const running = services.filter(({ child, exit }) => child?.pid && !exit && bornAt(child.pid))
  await endGroups(running.map(({ child }) => child.pid))
  rmSync(stateFile(), { force: true })
}
