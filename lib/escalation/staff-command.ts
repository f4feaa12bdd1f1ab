import { type Act, authorize, type StaffActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { wasTold } from '@/lib/delivery'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { peopleOf } from '@/lib/identity'
import { asStaff } from '@/lib/tenancy'
import { giveCommand, withClosedTicket } from './command'
import type { Run } from './run'
import type { EscalationNow } from './schema'
import { isOpen } from './states'
import { holdRun } from './store'
import type { Command, TransitionRefusal } from './transition-types'

type Gate = 'not_found' | 'not_allowed'
/** Who may do it, and what is to be done; `null`: nothing is to be done to the run. */
type Staff = {
  act: Extract<Act, `escalation.${string}`>
  escalationId: string
  command(run: Run, tx: Tx, now: Date): Promise<Command> | Command
}

/**
 * A command by a member of staff: the run is held, a completed ticket counts as resolved before anything else, rights are
 * asked, the command is given. Doing it twice answers the present state (invariant 10).
 */
export async function staffCommand(
  actor: StaffActor,
  staff: Staff,
): Promise<Outcome<EscalationNow, Gate | TransitionRefusal>> {
  return asStaff(actor, async (tx, now) => {
    const found = await holdRun(tx, staff.escalationId)
    if (!found) return refuse('not_found')
    if (!(await mayDo(tx, actor, staff.act, found))) return refuse('not_allowed')
    const run = await resolveIfClosed(tx, now, found)
    const result = await giveCommand(tx, now, { run, command: await staff.command(run, tx, now) })
    return result.outcome.ok ? ok(await stateNow(tx, result.run)) : withName(tx, result.outcome)
  })
}

/** May this member of staff do it? Whoever was told of a run may take it or pass it on, whatever her role. */
export async function mayDo(tx: Tx, actor: StaffActor, act: Staff['act'], run: Run): Promise<boolean> {
  if (act === 'escalation.acknowledge' || act === 'escalation.passOn') {
    const kinds = ['escalation.page', 'escalation.assess']
    const about = { marketplaceId: actor.marketplaceId, subjectId: run.id, recipientId: actor.membershipId, kinds }
    return authorize(actor, act, { wasPaged: await wasTold(tx, about) })
  }
  if (act === 'escalation.resolve') return authorize(actor, act, { ownerId: run.row.ackedBy })
  return authorize(actor, act)
}

async function resolveIfClosed(tx: Tx, now: Date, run: Run): Promise<Run> {
  if (!isOpen(run.row.state) || !(await withClosedTicket(tx, [run])).has(run.id)) return run
  return (await giveCommand(tx, now, { run, command: { kind: 'Resolve', by: null } })).run
}

export async function stateNow(tx: Tx, { id, row }: Run): Promise<EscalationNow> {
  const owner = row.state === 'ACKED' && row.ackedBy ? row.ackedBy : null
  const person = owner ? (await peopleOf(tx, [owner])).get(owner) : undefined
  return { escalationId: id, state: row.state, owner: owner ? { membershipId: owner, name: person?.name ?? '' } : null }
}

/** A refusal names people, not ids. */
async function withName(tx: Tx, refusal: Refused<TransitionRefusal>): Promise<Refused<TransitionRefusal>> {
  const by = refusal.details?.by
  if (typeof by !== 'string') return refusal
  const name = (await peopleOf(tx, [by])).get(by)?.name ?? ''
  return { ...refusal, details: { ...refusal.details, by: name } }
}
