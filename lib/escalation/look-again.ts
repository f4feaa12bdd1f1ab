import type { Tx } from '@/lib/db'
import { asWorker } from '@/lib/tenancy'
import { giveCommands } from './command'
import { place } from './draft'
import type { Run } from './run'
import { type Batch, lockHeldBack, lockReckonedAhead } from './runs-to-look-at.sql'
import { readRuns } from './store'
import type { Command } from './transition-types'

/**
 * Worker: the clock was set back. Whoever is waited for has the time of her place from now on, or the next person would be
 * called so much later (invariant 15). Answers how many runs moved; doing it twice is harmless.
 */
export function hastenRuns(marketplaceId: string): Promise<number> {
  return toEach(marketplaceId, lockReckonedAhead, () => ({ kind: 'ClockSetBack' }))
}

/**
 * Worker: a schedule has changed. A run that was held back until somebody is on call goes on as soon as somebody is, also
 * when that is earlier than it was when it was held. Answers how many runs moved; doing it twice is harmless.
 */
export function lookAgainAtHeld(marketplaceId: string): Promise<number> {
  return toEach(marketplaceId, lockHeldBack, ({ row }) => ({ kind: 'LookAgain', asOf: place(row) }))
}

type Lock = (tx: Tx, now: Date, batch: Batch) => Promise<string[]>

async function toEach(marketplaceId: string, lock: Lock, command: (run: Run) => Command): Promise<number> {
  let moved = 0
  for (let afterId: string | null = null; ; ) {
    const batch: Batch = { marketplaceId, afterId }
    const done = await asWorker(marketplaceId, async (tx, now) => {
      const ids = await lock(tx, now, batch)
      const runs = await readRuns(tx, ids)
      const results = await giveCommands(
        tx,
        now,
        marketplaceId,
        runs.map((run) => ({ run, command: command(run) })),
      )
      moved += results.filter(({ outcome }) => outcome.ok && outcome.value.events.length > 0).length
      return ids
    })
    const last = done.at(-1)
    if (last === undefined) return moved
    afterId = last
  }
}
