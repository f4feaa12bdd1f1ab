import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Channel, Sender, Senders } from '@/lib/delivery'
import { stopwatch } from '@/lib/foundation/clock'

/*
 * What a worker knows of itself, for whoever watches the watchmen. Kept in the process, written into its row every few
 * seconds, and told by the web's /metrics for all living workers together (aggregate-measures.ts).
 */

/** What is due and since when, as one look saw it. */
export type Seen = { kind: string; marketplaceId: string; id: string; dueAt: Date }

/** Kinds of work that somebody waits for with a pager: their delay is what the marketplace's lag tells. */
const URGENT = ['claim', 'alert', 'heartbeat', 'timer', 'mail', 'delivery', 'stuck']
/** A delivery that a worker holds is leased for so long; milliseconds. */
const LEASE_MS = 30_000

export class Measures {
  readonly registry = new Registry()
  private readonly inFlight = new Map<symbol, number>()

  private readonly lateness = new Histogram({
    name: 'waybill_timer_lateness_seconds',
    help: 'How late the time of an escalation was acted on.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300],
    registers: [this.registry],
  })
  private readonly attempts = new Counter({
    name: 'waybill_delivery_attempts_total',
    help: 'Attempts to hand a message over, by channel and how they ended.',
    labelNames: ['channel', 'outcome'],
    registers: [this.registry],
  })
  private readonly overdue = this.gauge(
    'waybill_oldest_overdue_timer_seconds',
    'Age of the oldest time that has come and was not acted on.',
  )
  private readonly sending = this.gauge(
    'waybill_oldest_sending_seconds',
    'Age of the oldest attempt that is under way.',
  )
  private readonly waiting = new Gauge({
    name: 'waybill_due_work',
    help: 'How much of each sort was due at the last look; a look sees 200 of each.',
    labelNames: ['kind'],
    aggregator: 'max',
    registers: [this.registry],
  })
  private readonly lag = new Gauge({
    name: 'waybill_marketplace_lag_seconds',
    help: 'Age of the oldest urgent work of each marketplace.',
    labelNames: ['marketplace'],
    aggregator: 'max',
    registers: [this.registry],
  })

  /** What a look at the database found due at `now`. */
  look(seen: readonly Seen[], now: Date): void {
    const age = ({ dueAt }: Seen) => Math.max(0, now.getTime() - dueAt.getTime()) / 1000
    this.overdue.set(Math.max(0, ...seen.filter(({ kind }) => kind === 'timer').map(age)))
    const stuck = seen.filter(({ kind }) => kind === 'stuck').map((one) => age(one) + LEASE_MS / 1000)
    const own = [...this.inFlight.values()].map((begun) => (stopwatch() - begun) / 1000)
    this.sending.set(Math.max(0, ...stuck, ...own))
    this.waiting.reset()
    this.lag.reset()
    const oldest = new Map<string, number>()
    for (const one of seen) {
      this.waiting.inc({ kind: one.kind })
      if (!URGENT.includes(one.kind)) continue
      oldest.set(one.marketplaceId, Math.max(age(one), oldest.get(one.marketplaceId) ?? 0))
    }
    for (const [marketplace, seconds] of oldest) this.lag.set({ marketplace }, seconds)
  }

  /** A timer was acted on so late; milliseconds. */
  timerRan(lateMs: number): void {
    this.lateness.observe(Math.max(0, lateMs) / 1000)
  }

  /** The same senders, each attempt of theirs counted and its time under way known. */
  around(senders: Senders): Senders {
    const measured = Object.entries(senders).map(([channel, sender]) => [
      channel,
      this.sender(channel as Channel, sender),
    ])
    return Object.fromEntries(measured)
  }

  /** Age of the oldest overdue timer in seconds, as the last look saw it. */
  async oldestOverdue(): Promise<number> {
    return (await this.overdue.get()).values[0]?.value ?? 0
  }

  private sender(channel: Channel, send: Sender): Sender {
    return async (message, signal) => {
      const key = Symbol(channel)
      this.inFlight.set(key, stopwatch())
      try {
        const end = await send(message, signal)
        this.attempts.inc({ channel, outcome: end.outcome })
        return end
      } finally {
        this.inFlight.delete(key)
      }
    }
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, aggregator: 'max', registers: [this.registry] })
  }
}
