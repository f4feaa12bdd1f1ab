import type { Tx } from '@/lib/db'
import { giveCommand } from './command'
import { openOrRepeat } from './open-run'
import { policyToFreeze } from './policies'
import { holdOpenRun } from './store'
import type { Severity } from './transition-types'

/** What an alert or a silent heartbeat is to the engine. */
export type AlertToRun = {
  marketplaceId: string
  source: 'alert' | 'heartbeat'
  /** The alert or the heartbeat. */
  sourceId: string
  /** 'alert:KEY:FINGERPRINT' or 'heartbeat:ID' */
  dedupKey: string
  title: string
  detail: string
  severity: Severity
  /** Null: the marketplace's default. */
  policyId: string | null
}

/**
 * Pages for what another system found, in the open transaction (staff or worker); answers the run's id. With the key of an
 * open run that run is told once more instead, and is more severe from now on should it have become so.
 */
export async function openAlertRun(tx: Tx, now: Date, { policyId, ...alert }: AlertToRun): Promise<string> {
  const { run } = await openOrRepeat(tx, now, { ...alert, direction: 'IN', by: null }, () =>
    policyToFreeze(tx, alert.marketplaceId, policyId),
  )
  return run.id
}

/** What the run was opened for is over: resolves the open run of this key. False when there is none. */
export async function closeRunOf(tx: Tx, now: Date, dedupKey: string): Promise<boolean> {
  const run = await holdOpenRun(tx, dedupKey)
  if (run) await giveCommand(tx, now, { run, command: { kind: 'Resolve', by: null } })
  return run !== null
}
