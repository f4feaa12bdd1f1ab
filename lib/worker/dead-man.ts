import { callOut } from '@/lib/delivery'
import { stopwatch } from '@/lib/foundation/clock'
import { env } from '@/lib/foundation/env'
import { log } from '@/lib/foundation/log'

/** How often a healthy worker says so, and from which age of an overdue timer on it says nothing. */
const EVERY_MS = 30_000
const SICK_AFTER_SECONDS = 30

/**
 * The dead man's switch: while pages leave in time, a ping goes to a watchdog outside (WAYBILL_DEADMAN_URL), which wakes
 * somebody by its own means when the ping stays away. Silence is the alarm, so whatever goes wrong here is only logged.
 */
export class DeadMan {
  private saidAt = Number.NEGATIVE_INFINITY

  /** After each round; never waited for. */
  tick(oldestOverdueSeconds: number): void {
    const url = env().WAYBILL_DEADMAN_URL
    if (!url || oldestOverdueSeconds > SICK_AFTER_SECONDS || stopwatch() - this.saidAt < EVERY_MS) return
    this.saidAt = stopwatch()
    void callOut({ url, method: 'GET' }).then((end) => {
      if (end.end !== 'answered' || end.status >= 400) log.warn({ end }, 'the watchdog was not reached')
    })
  }
}
