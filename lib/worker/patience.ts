import { stopwatch } from '@/lib/foundation/clock'
import { log } from '@/lib/foundation/log'
import type { Item } from './listen'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 15_000
/** Whoever was not tried again for so long after its pause is no longer due: somebody else did it. */
const FORGOTTEN_AFTER = 60_000

/** Remembers what failed, so that it is tried again at a growing distance instead of in a hot loop. */
export class Patience {
  private readonly failed = new Map<string, { until: number; pause: number }>()

  /** Whether its pause is over. */
  allows = ({ id }: Item): boolean => (this.failed.get(id)?.until ?? 0) <= stopwatch()

  /** Whether the last try failed: then whatever has not been tried goes first. */
  failedLast = ({ id }: Item): boolean => this.failed.has(id)

  /** How many are not to be tried now, or only now again. */
  get size(): number {
    const now = stopwatch()
    for (const [id, { until }] of this.failed) if (until + FORGOTTEN_AFTER < now) this.failed.delete(id)
    return this.failed.size
  }

  /** Does the work; a failure is logged and begins or doubles the pause. */
  async around({ id, marketplaceId }: Item, message: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      this.failed.delete(id)
    } catch (error) {
      const pause = Math.min((this.failed.get(id)?.pause ?? FIRST_PAUSE / 2) * 2, LONGEST_PAUSE)
      this.failed.set(id, { until: stopwatch() + pause, pause })
      log.error({ err: error, id, marketplace: marketplaceId }, message)
    }
  }
}
