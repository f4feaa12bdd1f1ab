import { asWorker } from '@/lib/tenancy'
import { type Given, giveCommands, withClosedTicket } from './command'
import { lockDueRuns } from './lock-due-runs.sql'
import { readRuns } from './store'

/**
 * Worker: what falls due by itself, for up to a batch of runs of one marketplace in one transaction without any I/O. A run
 * whose ticket was completed is resolved instead. Answers how many moved.
 */
export async function runTimers(marketplaceId: string, ids: readonly string[]): Promise<number> {
  return asWorker(marketplaceId, async (tx, now) => {
    const runs = await readRuns(tx, await lockDueRuns(tx, marketplaceId, ids, now))
    if (runs.length === 0) return 0
    const closed = await withClosedTicket(tx, runs)
    const given = runs.map((run): Given => {
      const command = closed.has(run.id) ? ({ kind: 'Resolve', by: null } as const) : ({ kind: 'Timer' } as const)
      return { run, command }
    })
    const results = await giveCommands(tx, now, marketplaceId, given)
    return results.filter(({ outcome }) => outcome.ok && outcome.value.events.length > 0).length
  })
}
