import type { Tx } from '@/lib/db'
import { allFailed } from '@/lib/delivery'
import { giveCommand } from './command'
import { holdRun } from './store'
import type { Place } from './transition-types'

/**
 * Worker, in the transaction that settles a page as failed: when it was the last hope of its step, the next step's time
 * is now. The run is held first, so that of two pages that fail at once the second sees the first one's end.
 */
export async function stepFailed(tx: Tx, now: Date, escalationId: string, place: Place): Promise<void> {
  const run = await holdRun(tx, escalationId)
  if (!run || !(await allFailed(tx, run.marketplaceId, escalationId, place))) return
  await giveCommand(tx, now, { run, command: { kind: 'StepFailed', place } })
}
