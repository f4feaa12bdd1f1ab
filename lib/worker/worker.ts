import { setTimeout as pause } from 'node:timers/promises'
import { hastenPlannedAhead } from '@/lib/delivery'
import { hastenRuns } from '@/lib/escalation'
import { HOUR, stopwatch } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { log } from '@/lib/foundation/log'
import { marketplaceIds } from '@/lib/marketplace'
import { asWorker } from '@/lib/tenancy'
import { choreWork } from './chore-work'
import { Chores } from './chores'
import { DeadMan } from './dead-man'
import { BUNDLED_KINDS } from './kinds/bundle'
import { Lanes } from './lanes'
import { Line } from './listen'
import { Measures } from './measures'
import { Patience } from './patience'
import { deliveryPorts } from './ports'
import { type BothLanes, round } from './round'
import { tidy } from './tidy'
import { Wake } from './wake'

/** Longest sleep, in milliseconds: a lost wake-up, or a neighbour's death, delays by no more. */
const LONGEST_SLEEP = 500
const LONGEST_RECONNECT = 2_000
/** Most messages under way to one host that is not our mail server. */
const PER_HOST = 2
/** The clock was set back, and not only corrected by a little, when it is so much earlier than before; milliseconds. */
const STEP_BACK = 2_000
/** How often the measures are written, in milliseconds. */
const REPORT_EVERY = 5_000

/**
 * The worker: asks what is due, does it, sleeps until something is. The sweep is the truth; a wake-up only makes it
 * sooner. May run any number of times beside each other, and survives a restart of Postgres.
 */
export class Worker {
  private readonly wake = new Wake()
  private readonly patience = new Patience()
  private readonly measures = new Measures()
  private readonly deadMan = new DeadMan()
  private readonly lanes: BothLanes
  private readonly chores = new Chores(choreWork, () => this.wake.ring())
  private line: Line | undefined
  private stopping = false
  private ready = false
  /** The database's time at the last look. */
  private lookedAt: Date | undefined
  private tidiedAt = Number.NEGATIVE_INFINITY
  private reportedAt = Number.NEGATIVE_INFINITY

  constructor() {
    const ports = deliveryPorts((senders) => this.measures.around(senders))
    const lanes = (perHost: number) =>
      new Lanes(
        ports,
        { perHost, bundledKinds: BUNDLED_KINDS },
        () => this.line?.workerId ?? '',
        () => this.wake.ring(),
      )
    // There is one mail server, and it is ours.
    this.lanes = { mail: lanes(Number.POSITIVE_INFINITY), other: lanes(PER_HOST) }
  }

  /** Runs until `stop`; resolves when everything under way has been settled and signed off. */
  async run(): Promise<void> {
    for (let wait = 100; !this.stopping; wait = Math.min(wait * 2, LONGEST_RECONNECT)) {
      try {
        this.line = await Line.open(() => this.wake.ring())
        log.info({ worker: this.line.workerId }, this.ready ? 'worker connected again' : 'worker ready')
        this.ready = true
        wait = 50
        await this.rounds(this.line)
      } catch (error) {
        log.warn({ err: error }, 'the worker lost its database, trying again')
        await this.line?.close()
        await pause(wait)
      }
    }
    await Promise.all([this.lanes.mail.drain(), this.lanes.other.drain(), this.chores.drain()])
    await this.line?.close()
  }

  stop(): void {
    this.stopping = true
    this.wake.ring()
  }

  private async tell(line: Line): Promise<void> {
    this.deadMan.tick(await this.measures.oldestOverdue())
    if (stopwatch() - this.reportedAt < REPORT_EVERY) return
    this.reportedAt = stopwatch()
    await line.report(await this.measures.registry.getMetricsAsJSON())
  }

  /**
   * A clock that is set back must not leave a page waiting for the time to come round again (invariant 15). Looked at when
   * the worker starts too: it may have been set back while none ran.
   */
  private async watchTheClock(now: Date): Promise<void> {
    const back = this.lookedAt ? this.lookedAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY
    this.lookedAt = now
    if (back < STEP_BACK) return
    for (const id of await asWorker(newId(), marketplaceIds)) {
      const hastened = await asWorker(id, (tx, at) => hastenPlannedAhead(tx, at, id))
      const runs = await hastenRuns(id)
      if (hastened + runs > 0) log.warn({ marketplace: id, deliveries: hastened, runs, back }, 'the clock was set back')
    }
    this.wake.ring()
  }

  private async rounds(line: Line): Promise<void> {
    while (!this.stopping) {
      const due = await line.due(stopwatch(), Math.max(this.patience.size, this.chores.putOff))
      this.measures.look(due.seen, due.now)
      await this.watchTheClock(due.now)
      await round(due, this.lanes, this.chores, this.patience, (ms) => this.measures.timerRan(ms))
      await this.tell(line)
      if (stopwatch() - this.tidiedAt > HOUR) {
        this.tidiedAt = stopwatch()
        // Not waited for: walking a large folder takes longer than a page may.
        void tidy(due.now)
      }
      const untilNext = due.next ? due.next.getTime() - due.now.getTime() : LONGEST_SLEEP
      if (!this.stopping) await this.wake.wait(Math.max(5, Math.min(untilNext, LONGEST_SLEEP)))
    }
  }
}
