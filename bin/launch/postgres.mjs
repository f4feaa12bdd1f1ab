// One embedded Postgres cluster: made, started, adopted, stopped. It listens on 127.0.0.1 with a password only.
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { anyFree, isTaken } from './ports.mjs'
import { libraryPath, placeFor } from './postgres-place.mjs'
import { bornAt, run, showsProcesses } from './processes.mjs'
import { Failure } from './say.mjs'

// Without these, an unset LANG makes a cluster that cannot lower-case Cyrillic.
const initFlags = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C', '--auth=scram-sha-256']
const swift = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=10min']

export class Cluster {
  /**
   * @param {string} folder the cluster's folder (for root only its identity)
   * @param {string} password of the superuser `postgres`
   * @param {{ durable?: boolean, port?: number }} options `durable: false` trades crash safety for speed (tests);
   *   `port` is tried first
   */
  constructor(folder, password, { durable = true, port } = {}) {
    this.folder = folder
    this.password = password
    this.durable = durable
    this.port = port
    Object.assign(this, placeFor(folder))
    this.data = path.join(this.home, 'data')
    this.log = path.join(this.home, 'postgres.log')
  }

  exists() {
    return existsSync(path.join(this.data, 'PG_VERSION'))
  }

  url(database = 'postgres', user = 'postgres', password = this.password) {
    return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`
  }

  async #program(name, args, options = {}) {
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', ...libraryPath(this.bin) }
    return run(name, path.join(this.bin, name), args, { env, cwd: this.home, ...this.spawnAs, ...options })
  }

  /** Makes the cluster; one that was cut short leaves no half cluster behind. */
  async init() {
    const half = `${this.data}.new`
    const secret = path.join(this.home, 'password')
    rmSync(half, { recursive: true, force: true })
    rmSync(secret, { force: true })
    writeFileSync(secret, this.password, { mode: 0o600, flag: 'wx' })
    try {
      this.own(secret)
      const sync = this.durable ? [] : ['--no-sync']
      await this.#program('initdb', ['-D', half, '-U', 'postgres', `--pwfile=${secret}`, ...initFlags, ...sync])
      renameSync(half, this.data)
    } finally {
      rmSync(secret, { force: true })
    }
  }

  /** Starts the cluster, or adopts it where it still runs. @returns whether it was adopted */
  async start() {
    if (await this.#adopt()) return true
    for (let attempt = 1; ; attempt++) {
      if (!this.port || attempt > 1 || (await isTaken(this.port))) this.port = await anyFree()
      const settings = [
        `port=${this.port}`,
        'listen_addresses=127.0.0.1',
        'unix_socket_directories=',
        'max_connections=200',
        'timezone=UTC',
        'log_timezone=UTC',
      ]
      const options = [...settings, ...(this.durable ? [] : swift)].map((setting) => `-c ${setting}`).join(' ')
      try {
        await this.#program('pg_ctl', ['start', '-w', '-t', '60', '-s', '-D', this.data, '-l', this.log, '-o', options])
        return false
      } catch (error) {
        const told = existsSync(this.log)
          ? readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-15).join('\n')
          : ''
        if (attempt < 3 && /could not bind|Address already in use/i.test(told)) continue
        throw new Failure(`Postgres did not start (its log: ${this.log})`, { output: told || error.output })
      }
    }
  }

  /** What postmaster.pid says: the first process and its port. */
  #left() {
    const file = path.join(this.data, 'postmaster.pid')
    if (!existsSync(file)) return undefined
    const [pid, , , port] = readFileSync(file, 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port) }
  }

  async #adopt() {
    const left = this.#left()
    if (!left) return false
    this.port = left.port
    for (let waited = 0; waited < 30_000 && this.isRunning(); waited += 250) {
      if (await this.answers()) return true
      if (this.refused) break
      await sleep(250)
    }
    await this.stop()
    await this.#forgetDead()
    return false
  }

  /**
   * Removes the pid file of a postmaster that was killed. Postgres does so itself, except where the pid was handed to
   * a stranger or waits to be reaped. Its backends end by themselves; only then is the file meaningless.
   */
  async #forgetDead() {
    if (!showsProcesses) return
    for (let waited = 0; this.#processes().length > 0 && waited < 10_000; waited += 50) await sleep(50)
    if (this.#processes().length === 0) rmSync(path.join(this.data, 'postmaster.pid'), { force: true })
  }

  /** Every process of a cluster stands in its data folder; only Linux tells. */
  #isOurs(pid) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(this.data)
    } catch {
      return !showsProcesses
    }
  }

  #processes() {
    if (!showsProcesses) return []
    return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && bornAt(entry) && this.#isOurs(entry))
  }

  /** Whether the superuser can sign in. */
  async answers() {
    try {
      await this.query('SELECT 1')
      return true
    } catch (error) {
      this.refused = error.code === '28P01'
      return false
    }
  }

  async query(text, { database = 'postgres' } = {}) {
    const { default: pg } = await import('pg')
    const client = new pg.Client({ connectionString: this.url(database), connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return (await client.query(text)).rows
    } finally {
      await client.end().catch(() => {})
    }
  }

  isRunning() {
    const left = this.#left()
    return Boolean(left && bornAt(left.pid) && this.#isOurs(left.pid))
  }

  /** Clean stop; open connections are cut. */
  async stop() {
    if (!this.isRunning()) return
    const stop = (mode, limit) =>
      this.#program('pg_ctl', ['stop', '-w', '-s', '-D', this.data, '-m', mode, '-t', limit], { last: true })
    await stop('fast', '6')
      .catch(() => stop('immediate', '3'))
      .catch(() => {})
  }

  /** SIGQUIT: it ends at once, as in a power cut, and recovers from its log when it is started again. */
  async quit() {
    await this.#program('pg_ctl', ['stop', '-w', '-s', '-D', this.data, '-m', 'immediate', '-t', '30'])
  }

  /** Stops it and removes every trace. */
  async remove() {
    await this.stop()
    rmSync(this.home, { recursive: true, force: true })
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Keeps a file to its owner. */
export function writePrivate(file, text) {
  writeFileSync(file, text, { mode: 0o600 })
  chmodSync(file, 0o600)
}
