import type { Tx } from '@/lib/db'
import { after, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { giveCommand, type Opening } from './command'
import { waitForDedupKey } from './hold-dedup-key.sql'
import type { FrozenPolicy } from './policies'
import type { Run } from './run'
import { holdOpenRun, repeatedSince } from './store'
import type { Direction, Escalation, Severity } from './transition-types'

/** What a run is opened with. */
export type NewRun = Pick<Run, 'marketplaceId' | 'dedupKey' | 'source'> &
  Partial<
    Pick<Run, 'sourceId' | 'partnerId' | 'ticketId' | 'claimId' | 'title' | 'detail' | 'deadlineAt' | 'evidence'>
  > & {
    direction: Direction
    severity: Severity
    /** Who opened it; null: the system. */
    by: string | null
  }

/** Opens a run and tells people of it, in the open transaction. `opening`: what a claim's assessment needs. */
export async function openRun(
  tx: Tx,
  now: Date,
  frozen: FrozenPolicy,
  { direction, severity, by, ...facts }: NewRun,
  opening: Opening = { staffed: false, teamId: null },
): Promise<Run> {
  const run: Run = {
    sourceId: null,
    partnerId: null,
    ticketId: null,
    claimId: null,
    title: null,
    detail: null,
    deadlineAt: null,
    evidence: {},
    ...facts,
    id: newId(),
    policyVersionId: frozen.id,
    openedAt: now,
    closedAt: null,
    row: { direction, severity, ackedBy: null } as Escalation,
  }
  return (await giveCommand(tx, now, { run, opening, command: { kind: 'Open', direction, severity, by } })).run
}

/**
 * The same for what may be found again while its run is open ("Claims repeat" holds for every source): then the open run
 * is told once more, and is more severe from now on should it have become so.
 */
export async function openOrRepeat(
  tx: Tx,
  now: Date,
  toOpen: NewRun,
  policy: () => Promise<FrozenPolicy>,
): Promise<{ run: Run; joined: boolean }> {
  await waitForDedupKey(tx, toOpen.marketplaceId, toOpen.dedupKey)
  const open = await holdOpenRun(tx, toOpen.dedupKey)
  if (open) return { run: await repeat(tx, now, open, toOpen), joined: true }
  return { run: await openRun(tx, now, await policy(), toOpen), joined: false }
}

/**
 * Tells a run, held by the caller, that it was found again (by a system no more often than once a minute); what somebody
 * said of it then stays in its story.
 */
export async function repeat(tx: Tx, now: Date, run: Run, found: Found): Promise<Run> {
  const { by } = found
  // A system may say so every second, and a story must stay readable.
  const again = by !== null || !(await repeatedSince(tx, run.id, after(now, -MINUTE)))
  const told = again ? (await giveCommand(tx, now, { run, command: { kind: 'Repeat', by } })).run : run
  return raise(tx, now, told, found)
}

type Found = Pick<NewRun, 'by' | 'severity' | 'detail'>

/** More severe from now on, should it have become so, and somebody's words kept with it. */
export async function raise(tx: Tx, now: Date, run: Run, { by, severity, detail }: Found): Promise<Run> {
  const raised = (await giveCommand(tx, now, { run, command: { kind: 'SeverityUp', by, severity } })).run
  if (by === null || !detail || detail === run.detail) return raised
  return (await giveCommand(tx, now, { run: raised, command: { kind: 'Note', by, text: detail } })).run
}
