import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import type { Prisma, Tx } from '@/lib/db'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { retarget } from '@/lib/sla'
import { asStaff } from '@/lib/tenancy'
import { stateChanges } from './events'
import type { EventData, EventKind } from './history'
import { type LockedTicket, lockTicket } from './lock-ticket.sql'
import { quoted } from './store'
import { promisedOf, timeOf, writeMove } from './write-move'

export type ChangeRefusal = 'not_found' | 'not_allowed' | 'already_completed'
export type ChangedTicket = { ticketId: string; number: string; version: number }

/** What one of the agent's acts makes of a ticket. */
export type Sorting = {
  kind: EventKind
  audience: 'partner' | 'staff'
  data: EventData
  also: Prisma.TicketUncheckedUpdateManyInput
  /** For the audit log: what the partner does not see change. */
  before: Prisma.InputJsonObject
  after: Prisma.InputJsonObject
}

/**
 * An agent changes where an open ticket belongs, or what is known of it. `decideOn` looks at the locked ticket and says
 * what is to change, null when nothing is. The state stays; each change is a line of history with its author, and one of
 * the audit log, since nobody outside the desk sees it happen.
 */
export async function changeTicket<Why extends string = never>(
  actor: StaffActor,
  ticketId: string,
  decideOn: (tx: Tx, ticket: LockedTicket, at: Date) => Promise<Sorting | null | Refused<Why>>,
): Promise<Outcome<ChangedTicket, ChangeRefusal | Why>> {
  if (!authorize(actor, 'ticket.change')) return refuse('not_allowed')
  return asStaff<Outcome<ChangedTicket, ChangeRefusal | Why>>(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, ticketId)
    if (!ticket) return refuse('not_found')
    const { state } = ticket
    if (state === 'completed') return refuse('already_completed')
    const at = timeOf(ticket, now)
    const sorting = await decideOn(tx, ticket, at)
    const number = await quoted(tx, ticket)
    if (sorting === null) return ok({ ticketId, number, version: ticket.version })
    if ('ok' in sorting) return sorting
    const { before, after, ...change } = sorting
    const authorId = actor.membershipId
    const { version } = await writeMove(tx, ticket, at, { ok: true, state }, { ...change, authorId })
    await recordAudit(tx, actor, at, {
      act: `ticket.${change.kind}`,
      subjectKind: 'ticket',
      subjectId: ticketId,
      before,
      after,
    })
    return ok({ ticketId, number, version })
  })
}

/** The promises of a ticket under another topic or priority, and the deadline to sort it by. */
export async function dueUnder(
  tx: Tx,
  ticket: LockedTicket,
  present: { topicId?: string; priority?: string },
  now: Date,
): Promise<{ dueAt: Date | null }> {
  const events = await stateChanges(tx, ticket.id)
  return { dueAt: await retarget(tx, { ...promisedOf(ticket), ...present, events, now }) }
}
