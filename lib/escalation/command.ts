import type { Tx } from '@/lib/db'
import { pausedNow } from '@/lib/integration'
import { lastTouchBy } from '@/lib/tickets'
import { type FrozenPolicy, frozenPolicies } from './policies'
import { type Asking, type Reach, reachOf } from './reach'
import type { Run } from './run'
import { lastNoteBy, type Move, write } from './store'
import { tellOfCall } from './tell-of-call'
import { type Told, tellPartner } from './tell-partner'
import { transition } from './transition'
import type { Command, Context, TransitionOutcome } from './transition-types'

/**
 * What the opening of a run needs to know: whether the marketplace is at work, and who would assess: the topic's team, or
 * on an appeal the leads.
 */
export type Opening = { staffed: boolean; teamId: string | null; appeal?: boolean }

/** One command for one run that the caller holds (or opens now: `opening`). */
export type Given = { run: Run; command: Command; opening?: Opening }

/** What came of a command: the run as it now stands, and what `transition` answered. */
export type Result = { run: Run; outcome: TransitionOutcome }

/**
 * Gives commands to runs of one marketplace and writes what they lead to, all in the open transaction: rows, events,
 * deliveries, the partner's steps. Loads under lock, decides by `transition`, writes; it has no policy of its own.
 */
export async function giveCommands(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  given: readonly Given[],
): Promise<Result[]> {
  const contexts = await contextsOf(tx, now, given)
  const results = given.map((one, index) => {
    const before = one.opening ? null : one.run.row
    const outcome = transition(before, one.command, now, contexts[index] as Context)
    const move: Move | null = outcome.ok ? { run: one.run, before, plan: outcome.value } : null
    return { run: one.run, outcome, move }
  })
  const moves = results.flatMap(({ move }) => move ?? [])
  const written = new Map((await write(tx, now, marketplaceId, moves)).map((run) => [run.id, run]))
  const told = moves.map(
    ({ run, before, plan }): Told => ({ run: written.get(run.id) ?? run, before, events: plan.events }),
  )
  await tellPartner(tx, now, told)
  await tellOfCall(tx, now, told)
  return results.map(({ run, outcome }) => ({ run: written.get(run.id) ?? run, outcome }))
}

/** One command for one run. */
export async function giveCommand(tx: Tx, now: Date, given: Given): Promise<Result> {
  const [result] = await giveCommands(tx, now, given.run.marketplaceId, [given])
  if (!result) throw new Error('a command without a result')
  return result
}

/** Commands that may lead to another step, so that who is on call must be known. The others need the policy alone. */
const climbs: readonly Command['kind'][] = [
  'Open',
  'Confirm',
  'Timer',
  'Unack',
  'Escalate',
  'Repeat',
  'SeverityUp',
  'LookAgain',
]

async function contextsOf(tx: Tx, now: Date, given: readonly Given[]): Promise<Context[]> {
  const policies = await frozenPolicies(
    tx,
    given.map(({ run }) => run.policyVersionId),
  )
  const asking = given.map(({ run, command, opening }): Asking | null => {
    const frozen = policies.get(run.policyVersionId)
    if (!frozen) throw new Error(`the policy of ${run.id} is missing`)
    if (!climbs.includes(command.kind)) return null
    const severity = command.kind === 'SeverityUp' ? command.severity : run.row.severity
    const { marketplaceId, partnerId } = run
    return {
      marketplaceId,
      frozen,
      severity,
      partnerId,
      teamId: opening?.teamId ?? null,
      appeal: opening?.appeal ?? false,
      ownerId: run.row.ackedBy,
    }
  })
  const asked = asking.filter((one) => one !== null)
  const answers = asked.length > 0 ? await reachOf(tx, now, asked) : []
  const reach = new Map(asked.map((one, index) => [one, answers[index]]))
  const resting = await inMaintenance(tx, now, given)
  const contexts: Context[] = []
  for (const [index, { run, command, opening }] of given.entries()) {
    const one = asking[index]
    const { policy } = policies.get(run.policyVersionId) as FrozenPolicy
    const { held, ...reached }: Reach = (one && reach.get(one)) || nobody
    contexts.push({
      ...reached,
      staffed: opening?.staffed ?? false,
      policy,
      ownerTouchedAt: command.kind === 'Timer' ? await touchedAt(tx, run) : null,
      partnerInMaintenance: run.partnerId !== null && resting.has(run.partnerId),
      isClaim: run.claimId !== null,
      holdUntil: held?.until ?? null,
      holdWhy: held?.why ?? 'window',
    })
  }
  return contexts
}

const nobody: Reach = { steps: [], assess: [], catchAll: [], owner: null, held: null }

/** The partners of runs that call them, as far as they rest now. */
async function inMaintenance(tx: Tx, now: Date, given: readonly Given[]): Promise<Set<string>> {
  const called = given.filter(({ run, command }) => run.row.direction === 'OUT' && climbs.includes(command.kind))
  const ids = called.flatMap(({ run }) => run.partnerId ?? [])
  return ids.length > 0 ? pausedNow(tx, [...new Set(ids)], now) : new Set()
}

/** Read only where it counts: an acknowledgement that may expire. */
async function touchedAt(tx: Tx, { id, row, ticketId }: Run): Promise<Date | null> {
  const { state, ackedBy } = row
  if (state !== 'ACKED' || !ackedBy) return null
  const onTicket = ticketId ? await lastTouchBy(tx, { ticketId, membershipId: ackedBy }) : null
  const touches = [onTicket, await lastNoteBy(tx, id, ackedBy), row.ackedAt]
  return touches.reduce((latest, at) => (at && (!latest || at > latest) ? at : latest), null)
}
