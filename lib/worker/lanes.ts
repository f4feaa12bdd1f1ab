import { type Claimed, type Claiming, claimDeliveries, type DeliveryPorts, deliver, roadOf } from '@/lib/delivery'
import { failpoint } from '@/lib/foundation/failpoint'
import { log } from '@/lib/foundation/log'
import { asWorker } from '@/lib/tenancy'
import type { Item } from './listen'

/** How many messages are under way at once: few enough for the pool of connections, enough for slow mail servers. */
const LANES = 8
/** How many wait here for a road that is full; more than that are made due later, so that they hide nothing. */
const MOST_PARKED = 100

export type Roads = {
  /** Most messages under way to one host at once: one that hangs holds these lanes and no other. */
  perHost: number
  /** Pages of these kinds are gathered when one person gets many of them. */
  bundledKinds: readonly string[]
}

/**
 * Sends what is due, a bounded number at once and in the order given. A slow mail server holds its own lanes and nothing
 * else: claims and timers go on.
 */
export class Lanes {
  private waiting: Item[] = []
  private more = false
  private used = 0
  private readonly busy = new Set<string>()
  private readonly underWay = new Map<string, number>()
  private readonly parked = new Map<string, { item: Item; road: string }>()
  private readonly running = new Set<Promise<void>>()
  private stopped = false

  constructor(
    private readonly ports: DeliveryPorts,
    private readonly roads: Roads,
    private readonly workerId: () => string,
    /** Called when lanes are free and there is more to send than was offered. */
    private readonly onFree: () => void,
  ) {}

  /** What is due now, in order; replaces what was offered before and not yet begun. `more`: this is not all. */
  offer(due: readonly Item[], more: boolean): void {
    this.more = more
    // What it waited for may have ended without making room: then it waits no longer.
    for (const [id, { road }] of this.parked)
      if ((this.underWay.get(road) ?? 0) < this.roads.perHost) this.parked.delete(id)
    this.waiting = due.filter(({ id }) => !this.busy.has(id) && !this.parked.has(id))
    this.fill()
  }

  /** Whether this worker has it in its hands: then it is not stuck, whatever its lease says. */
  has(id: string): boolean {
    return this.busy.has(id)
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async drain(): Promise<void> {
    this.stopped = true
    while (this.running.size > 0) await Promise.all(this.running)
  }

  private fill(): void {
    if (this.stopped) return
    const next = this.waiting.splice(0, LANES - this.used)
    this.used += next.length
    for (const { id } of next) this.busy.add(id)
    for (const [marketplaceId, ids] of byMarketplace(next)) this.run(this.send(marketplaceId, ids))
  }

  private run(work: Promise<void>): void {
    this.running.add(work)
    void work.finally(() => this.running.delete(work))
  }

  private async send(marketplaceId: string, ids: readonly string[]): Promise<void> {
    const reserved: string[] = []
    let held = ids.length
    try {
      const claimed = await asWorker(marketplaceId, (tx, now) =>
        claimDeliveries(tx, now, this.workerId(), marketplaceId, ids, {
          bundling: { kinds: this.roads.bundledKinds },
          room: this.roomFor(marketplaceId, reserved),
        }),
      )
      failpoint('after_claim_commit')
      const messages = asMessages(claimed)
      const taken = new Set(claimed.map(({ id }) => id))
      for (const id of taken) this.busy.add(id)
      for (const id of ids) if (!taken.has(id)) this.busy.delete(id)
      this.used += messages.length - held
      held = messages.length
      this.fill()
      await Promise.all(
        messages.map(async (message) => {
          await this.deliver(message, reserved)
          held--
          this.leave(message)
        }),
      )
    } catch (error) {
      log.error({ err: error, marketplace: marketplaceId }, 'deliveries could not be claimed')
    } finally {
      for (const id of ids) this.busy.delete(id)
      this.used -= held
      for (const road of reserved) this.release(road)
      this.refill()
    }
  }

  private async deliver(message: readonly Claimed[], reserved: string[]): Promise<void> {
    const [first, ...others] = message
    if (!first) return
    try {
      await deliver(first, this.ports, others)
    } catch (error) {
      log.error({ err: error, delivery: first.id }, 'a delivery ended in a bug')
    } finally {
      const road = roadOf(first)
      const place = reserved.indexOf(road)
      if (place >= 0) {
        reserved.splice(place, 1)
        this.release(road)
      }
    }
  }

  /** Counts a place of the road at once, because another claim may ask before this one is committed. */
  private roomFor(marketplaceId: string, reserved: string[]): NonNullable<Claiming['room']> {
    return (road, id) => {
      const count = this.underWay.get(road) ?? 0
      if (count < this.roads.perHost) {
        this.underWay.set(road, count + 1)
        reserved.push(road)
        return 'go'
      }
      if (this.parked.size >= MOST_PARKED) return 'off'
      this.parked.set(id, { item: { marketplaceId, id }, road })
      return 'park'
    }
  }

  /** One place of the road is free: what has waited longest for it comes next. */
  private release(road: string): void {
    const left = (this.underWay.get(road) ?? 1) - 1
    if (left > 0) this.underWay.set(road, left)
    else this.underWay.delete(road)
    for (const [id, { item, road: its }] of this.parked) {
      if (its !== road) continue
      this.parked.delete(id)
      this.waiting.unshift(item)
      return
    }
  }

  private leave(message: readonly Claimed[]): void {
    for (const { id } of message) this.busy.delete(id)
    this.used--
    this.refill()
  }

  private refill(): void {
    this.fill()
    if (this.more && this.waiting.length === 0 && this.used < LANES) this.onFree()
  }
}

/** Rows of one bundle leave as one message; all others each as their own. */
function asMessages(claimed: readonly Claimed[]): Claimed[][] {
  const messages = new Map<string, Claimed[]>()
  for (const one of claimed) {
    const key = one.bundleId ?? one.id
    messages.set(key, [...(messages.get(key) ?? []), one])
  }
  return [...messages.values()]
}

/** The order of marketplaces is that of their first item, and each keeps its own order. */
export function byMarketplace(items: readonly Item[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { marketplaceId, id } of items) groups.set(marketplaceId, [...(groups.get(marketplaceId) ?? []), id])
  return groups
}
