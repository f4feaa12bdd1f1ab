import { type Act, type Actor, authorize } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { wasTold } from '@/lib/delivery'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { peopleOf } from '@/lib/identity'
import { isContact } from '@/lib/integration'
import { asActor } from '@/lib/tenancy'
import { giveCommand } from './command'
import type { Run } from './run'
import type { EscalationNow } from './schema'
import { isOpen } from './states'
import { holdRun } from './store'
import type { Command, TransitionRefusal } from './transition-types'
import { withClosedTicket } from './why-over'

type Gate = 'not_found' | 'not_allowed'
export type RunAct = Extract<Act, `escalation.${string}`>
/** Who may do it, and what is to be done. */
type Asked = {
  act: RunAct
  escalationId: string
  command(run: Run, tx: Tx, now: Date): Promise<Command> | Command
}

/**
 * A command by somebody: the run is held, a completed ticket counts as resolved before anything else, rights are asked, the
 * command is given. Doing it twice answers the present state (invariant 10). A partner's person sees and answers the runs
 * that call her company, and no other.
 */
export async function actOnRun(actor: Actor, asked: Asked): Promise<Outcome<EscalationNow, Gate | TransitionRefusal>> {
  return asActor(actor, async (tx, now) => {
    const found = await holdRun(tx, asked.escalationId)
    if (!found) return refuse('not_found')
    if (!(await mayDo(tx, actor, asked.act, found))) return refuse('not_allowed')
    const run = await resolveIfClosed(tx, now, found)
    const result = await giveCommand(tx, now, { run, command: await asked.command(run, tx, now) })
    return result.outcome.ok ? ok(await stateNow(tx, result.run)) : withName(tx, result.outcome)
  })
}

/** What a partner's person may do to a run that calls her company; to pass it on is nobody's there. */
const partnersActs: readonly RunAct[] = ['escalation.acknowledge', 'escalation.resolve', 'escalation.note']

/** May this person do it? Whoever of the staff was told of a run may take it or pass it on, whatever her role. */
export async function mayDo(tx: Tx, actor: Actor, act: RunAct, run: Run): Promise<boolean> {
  if (actor.side === 'partner') {
    const { partnerId, row } = run
    if (row.direction !== 'OUT' || !partnersActs.includes(act)) return false
    return authorize(actor, 'call.answer', { partnerId, isContact: await isContact(tx, actor.membershipId) })
  }
  if (act === 'escalation.acknowledge' || act === 'escalation.passOn') {
    const kinds = ['escalation.page', 'escalation.assess']
    const about = { marketplaceId: actor.marketplaceId, subjectId: run.id, recipientId: actor.membershipId, kinds }
    const wasPaged = await wasTold(tx, about)
    // While a company is called, only its own people and whoever its silence was brought to silence the others.
    if (act === 'escalation.acknowledge' && run.row.direction === 'OUT' && !wasPaged) return false
    return authorize(actor, act, { wasPaged })
  }
  if (act === 'escalation.resolve')
    // Who may call a partner may also say that it is over.
    return run.row.direction === 'OUT'
      ? authorize(actor, 'escalation.call')
      : authorize(actor, act, { ownerId: run.row.ackedBy })
  return authorize(actor, act)
}

async function resolveIfClosed(tx: Tx, now: Date, run: Run): Promise<Run> {
  if (!isOpen(run.row.state) || !(await withClosedTicket(tx, [run])).has(run.id)) return run
  return (await giveCommand(tx, now, { run, command: { kind: 'Resolve', by: null } })).run
}

/** Where a run stands for whoever has just acted on it; its owner by name. */
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
