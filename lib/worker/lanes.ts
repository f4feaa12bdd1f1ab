import { claimDeliveries, type DeliveryPorts, deliver } from '@/lib/delivery'
import { failpoint } from '@/lib/foundation/failpoint'
import { log } from '@/lib/foundation/log'
import { asWorker } from '@/lib/tenancy'
import type { Item } from './listen'

/** How many messages are under way at once: few enough for the pool of connections, enough for slow mail servers. */
const LANES = 8

/**
 * Sends what is due, a bounded number at once and in the order given. A slow mail server holds its own lanes and nothing
 * else: claims and timers go on.
 */
export class Lanes {
  private waiting: Item[] = []
  private more = false
  private readonly busy = new Set<string>()
  private readonly running = new Set<Promise<void>>()
  private stopped = false

  constructor(
    private readonly ports: DeliveryPorts,
    private readonly workerId: () => string,
    /** Called when lanes are free and there is more to send than was offered. */
    private readonly onFree: () => void,
  ) {}

  /** What is due now, in order; replaces what was offered before and not yet begun. `more`: this is not all. */
  offer(due: readonly Item[], more: boolean): void {
    this.more = more
    this.waiting = due.filter(({ id }) => !this.busy.has(id))
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
    const next = this.waiting.splice(0, LANES - this.busy.size)
    for (const { id } of next) this.busy.add(id)
    for (const [marketplaceId, ids] of byMarketplace(next)) this.run(this.send(marketplaceId, ids))
  }

  private run(work: Promise<void>): void {
    this.running.add(work)
    void work.finally(() => this.running.delete(work))
  }

  private async send(marketplaceId: string, ids: readonly string[]): Promise<void> {
    try {
      const claimed = await asWorker(marketplaceId, (tx, now) =>
        claimDeliveries(tx, now, this.workerId(), marketplaceId, ids),
      )
      failpoint('after_claim_commit')
      const taken = new Set(claimed.map(({ id }) => id))
      this.free(ids.filter((id) => !taken.has(id)))
      await Promise.all(claimed.map((one) => deliver(one, this.ports).finally(() => this.free([one.id]))))
    } catch (error) {
      log.error({ err: error, marketplace: marketplaceId }, 'deliveries could not be claimed')
    } finally {
      this.free(ids)
    }
  }

  private free(ids: readonly string[]): void {
    for (const id of ids) this.busy.delete(id)
    this.fill()
    if (this.more && this.waiting.length === 0 && this.busy.size < LANES) this.onFree()
  }
}

/** The order of marketplaces is that of their first item, and each keeps its own order. */
export function byMarketplace(items: readonly Item[]): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { marketplaceId, id } of items) groups.set(marketplaceId, [...(groups.get(marketplaceId) ?? []), id])
  return groups
}
