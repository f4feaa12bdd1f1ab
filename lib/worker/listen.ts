import { randomInt } from 'node:crypto'
import pg from 'pg'
import { required } from '@/lib/foundation/env'
import { newId } from '@/lib/foundation/ids'
import { WAKE_CHANNEL } from '@/lib/tenancy'
import type { Seen } from './measures'
import { deadWorkers, dueWork, markStopped, register, report, signOff, touch } from './statements.sql'

export type Item = { marketplaceId: string; id: string }
/**
 * What falls due and is no page: an answer to send, a breadth to look at, a partner to remind, a promise to warn of, a
 * maintenance to end, a schedule to look at, a digest.
 */
const choreKinds = ['answer', 'consider', 'turn', 'promise', 'recount', 'pause', 'shift', 'digest'] as const
export type ChoreKind = (typeof choreKinds)[number]
export type Chore = Item & { kind: ChoreKind }

export type Due = {
  now: Date
  claims: Item[]
  /** What monitoring systems reported, and heartbeats that were missed or came back. */
  alerts: Item[]
  heartbeats: Item[]
  timers: Item[]
  /** In the order in which they are to be sent: mail, and all else. */
  mails: Item[]
  deliveries: Item[]
  stuck: Item[]
  /** Workers whose lock is free, to be handed on with what they left stuck. */
  dead: string[]
  chores: Chore[]
  /** What was due and since when, for the measures. */
  seen: Seen[]
  /** When something falls due next. */
  next: Date | null
  /** A list was cut off: there is more than this. */
  more: boolean
  moreChores: boolean
}

/** Most of each sort in one look. */
const MOST = 200
/** How many that failed may stand at the head of a list before they hide what comes after. */
const MOST_PUT_OFF = 2_000
/** How often the neighbours' locks are looked at, in milliseconds; how long one must be free before it is signed off. */
const LOOK_EVERY = 500
const SIGN_OFF_AFTER = 5_000

/**
 * The worker's own connection, for as long as it lives: it holds the advisory lock that says so, hears the wake-ups, and
 * asks what is due. When it breaks this worker counts as dead, and comes back as another one.
 */
export class Line {
  readonly workerId = newId()
  private readonly lockKey = randomInt(1, 2 ** 47)
  private readonly client: pg.Client
  private fault: Error | undefined
  private dead: string[] = []
  private lookedAt = 0
  private readonly deadSince = new Map<string, number>()

  private constructor(onWake: () => void) {
    this.client = new pg.Client({
      connectionString: required('DATABASE_URL_WORKER'),
      keepAlive: true,
      query_timeout: 10_000,
      connectionTimeoutMillis: 5_000,
    })
    this.client.on('error', (error) => this.broke(error, onWake))
    this.client.on('end', () => this.broke(new Error('the connection ended'), onWake))
    this.client.on('notification', onWake)
  }

  static async open(onWake: () => void): Promise<Line> {
    const line = new Line(onWake)
    await line.client.connect()
    try {
      await line.client.query(register, [line.workerId, line.lockKey])
      await line.client.query(`listen ${WAKE_CHANNEL}`)
    } catch (error) {
      await line.client.end().catch(() => undefined)
      throw error
    }
    return line
  }

  /**
   * What is due. `elapsed`: a stopwatch's milliseconds; `putOff`: how many of a list failed and are not wanted now.
   * @throws when the connection is gone
   */
  async due(elapsed: number, putOff = 0): Promise<Due> {
    if (this.fault) throw this.fault
    if (elapsed - this.lookedAt >= LOOK_EVERY) await this.lookAround(elapsed)
    const most = MOST + Math.min(putOff, MOST_PUT_OFF)
    const { rows } = await this.client.query<Row>(dueWork, [most, this.dead])
    const of = (kind: string) =>
      rows.filter((row) => row.kind === kind).map(({ marketplace_id, id }) => ({ marketplaceId: marketplace_id, id }))
    const [claims, alerts, heartbeats] = [of('claim'), of('alert'), of('heartbeat')]
    const [timers, mails, deliveries, stuck] = [of('timer'), of('mail'), of('delivery'), of('stuck')]
    const choresOf = choreKinds.map((kind) => of(kind).map((item) => ({ ...item, kind })))
    if (stuck.length === 0) await this.signOffTheDead(elapsed)
    return {
      now: rows[0]?.now ?? new Date(0),
      claims,
      alerts,
      heartbeats,
      timers,
      mails,
      deliveries,
      stuck,
      dead: this.dead,
      chores: choresOf.flat(),
      seen: rows.flatMap(({ kind, marketplace_id, id, due_at }) =>
        kind === 'next' || due_at === null ? [] : { kind, marketplaceId: marketplace_id, id, dueAt: due_at },
      ),
      next: rows.find(({ kind }) => kind === 'next')?.due_at ?? null,
      more: [claims, alerts, heartbeats, timers, mails, deliveries, stuck].some((list) => list.length === most),
      moreChores: choresOf.some((list) => list.length === most),
    }
  }

  /** Leaves this worker's measures where the web tells them. */
  async report(measures: unknown): Promise<void> {
    await this.client.query(report, [this.workerId, JSON.stringify(measures)])
  }

  /** Says good-bye: what this worker leaves in flight may be taken at once. */
  async close(): Promise<void> {
    if (!this.fault) await this.client.query(signOff, [this.workerId]).catch(() => undefined)
    this.fault ??= new Error('closed')
    await this.client.end().catch(() => undefined)
  }

  private broke(error: Error, onWake: () => void): void {
    this.fault ??= error
    onWake()
  }

  private async lookAround(elapsed: number): Promise<void> {
    this.lookedAt = elapsed
    await this.client.query(touch, [this.workerId])
    const { rows } = await this.client.query<{ id: string }>(deadWorkers, [this.workerId])
    this.dead = rows.map(({ id }) => id)
    for (const id of this.deadSince.keys()) if (!this.dead.includes(id)) this.deadSince.delete(id)
    for (const id of this.dead) if (!this.deadSince.has(id)) this.deadSince.set(id, elapsed)
  }

  /** Only after a while: a claim that a worker committed with its last breath may still become visible. */
  private async signOffTheDead(elapsed: number): Promise<void> {
    const gone = [...this.deadSince].filter(([, since]) => elapsed - since > SIGN_OFF_AFTER).map(([id]) => id)
    if (gone.length === 0) return
    await this.client.query(markStopped, [gone])
    for (const id of gone) this.deadSince.delete(id)
    this.dead = this.dead.filter((id) => !gone.includes(id))
  }
}

type Row = { kind: string; marketplace_id: string; id: string; due_at: Date | null; now: Date }
