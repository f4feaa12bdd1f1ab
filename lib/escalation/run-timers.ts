import { asWorker } from '@/lib/tenancy'
import { type Given, giveCommands } from './command'
import { lockDueRuns } from './lock-due-runs.sql'
import { readRuns } from './store'
import { withClosedTicket, withoutOwner } from './why-over'

/**
 * Worker: what falls due by itself, for up to a batch of runs of one marketplace in one transaction without any I/O. A run
 * whose ticket was completed is resolved instead, and one whose owner has left is everybody's again. Answers how many moved.
 */
export async function runTimers(marketplaceId: string, ids: readonly string[]): Promise<number> {
  return asWorker(marketplaceId, async (tx, now) => {
    const runs = await readRuns(tx, await lockDueRuns(tx, marketplaceId, ids, now))
    if (runs.length === 0) return 0
    const closed = await withClosedTicket(tx, runs)
    const left = await withoutOwner(tx, runs)
    const given = runs.map((run): Given => {
      if (closed.has(run.id)) return { run, command: { kind: 'Resolve', by: null } }
      if (!left.has(run.id)) return { run, command: { kind: 'Timer' } }
      return { run, command: { kind: 'Unack', by: null, asOf: { epoch: run.row.epoch } } }
    })
    const results = await giveCommands(tx, now, marketplaceId, given)
    return results.filter(({ outcome }) => outcome.ok && outcome.value.events.length > 0).length
  })
}
