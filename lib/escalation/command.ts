import type { Tx } from '@/lib/db'
import { lastTouchBy, ticketFacts } from '@/lib/tickets'
import { type FrozenPolicy, frozenPolicies } from './policies'
import { type Asking, type Reach, reachOf } from './reach'
import type { Run } from './run'
import { type Move, write } from './store'
import { tellPartner } from './tell-partner'
import { transition } from './transition'
import type { Command, Context, TransitionOutcome } from './transition-types'

/** One command for one run that the caller holds (or opens now: `opening`). */
export type Given = { run: Run; command: Command; opening?: { staffed: boolean; teamId: string } }

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
  for (const { run, before, plan } of moves) await tellPartner(tx, now, written.get(run.id) ?? run, before, plan.events)
  return results.map(({ run, outcome }) => ({ run: written.get(run.id) ?? run, outcome }))
}

/** One command for one run. */
export async function giveCommand(tx: Tx, now: Date, given: Given): Promise<Result> {
  const [result] = await giveCommands(tx, now, given.run.marketplaceId, [given])
  if (!result) throw new Error('a command without a result')
  return result
}

/** Commands that may lead to another step, so that who is on call must be known. The others need the policy alone. */
const climbs: readonly Command['kind'][] = ['Open', 'Confirm', 'Timer', 'Unack', 'Escalate', 'Repeat']

async function contextsOf(tx: Tx, now: Date, given: readonly Given[]): Promise<Context[]> {
  const policies = await frozenPolicies(
    tx,
    given.map(({ run }) => run.policyVersionId),
  )
  const asking = given.map(({ run, command, opening }): Asking | null => {
    const frozen = policies.get(run.policyVersionId)
    if (!frozen) throw new Error(`the policy of ${run.id} is missing`)
    if (!climbs.includes(command.kind)) return null
    return { frozen, severity: run.row.severity, teamId: opening?.teamId ?? null, ownerId: run.row.ackedBy }
  })
  const asked = asking.filter((one) => one !== null)
  const answers = asked.length > 0 ? await reachOf(tx, now, asked) : []
  const reach = new Map(asked.map((one, index) => [one, answers[index]]))
  const contexts: Context[] = []
  for (const [index, { run, command, opening }] of given.entries()) {
    const one = asking[index]
    const { policy } = policies.get(run.policyVersionId) as FrozenPolicy
    const { steps, assess, catchAll, owner }: Reach = (one && reach.get(one)) || nobody
    contexts.push({
      staffed: opening?.staffed ?? false,
      policy,
      steps,
      assess,
      catchAll,
      owner,
      ownerTouchedAt: command.kind === 'Timer' ? await touchedAt(tx, run) : null,
      partnerInMaintenance: false,
    })
  }
  return contexts
}

const nobody: Reach = { steps: [], assess: [], catchAll: [], owner: null }

/** Read only where it counts: an acknowledgement that may expire. */
async function touchedAt(tx: Tx, { row, ticketId }: Run): Promise<Date | null> {
  if (row.state !== 'ACKED' || !row.ackedBy) return null
  const onTicket = ticketId ? await lastTouchBy(tx, { ticketId, membershipId: row.ackedBy }) : null
  return [onTicket, row.ackedAt].reduce((latest, at) => (at && (!latest || at > latest) ? at : latest), null)
}

/** Which of these runs are about a ticket that is completed: closing is read by the engine, never pushed to it. */
export async function withClosedTicket(tx: Tx, runs: readonly Run[]): Promise<Set<string>> {
  const facts = await ticketFacts(
    tx,
    runs.flatMap(({ ticketId }) => ticketId ?? []),
  )
  const closed = runs.filter(({ ticketId }) => ticketId && facts.get(ticketId)?.state === 'completed')
  return new Set(closed.map(({ id }) => id))
}
