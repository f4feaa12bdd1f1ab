import type { Actor } from '@/lib/authz'
import { ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { addNote } from '@/lib/tickets'
import { actOnRun, mayDo } from './act-on-run'
import { readRun } from './store'

/**
 * What an engineer wants the others to know: an internal note on the run's ticket, which the timeline shows too. A run
 * without a ticket keeps the words in its own story; so does one that calls a partner, which reads and writes there too.
 */
export async function noteEscalation(actor: Actor, { escalationId, body }: { escalationId: string; body: string }) {
  const run = await asActor(actor, async (tx) => {
    const found = await readRun(tx, escalationId)
    return found && (await mayDo(tx, actor, 'escalation.note', found)) ? found : null
  })
  if (!run) return refuse('not_found')
  if (run.ticketId && run.row.direction === 'IN' && actor.side === 'staff')
    return addNote(actor, { ticketId: run.ticketId, body, attachmentIds: [] })
  const by = actor.membershipId
  const noted = await actOnRun(actor, {
    act: 'escalation.note',
    escalationId,
    command: () => ({ kind: 'Note', by, text: body }),
  })
  return noted.ok ? ok({ ticketId: run.ticketId }) : noted
}
