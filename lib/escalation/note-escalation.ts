import type { StaffActor } from '@/lib/authz'
import { refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { addNote } from '@/lib/tickets'
import { mayDo } from './staff-command'
import { readRun } from './store'

/** What an engineer wants the others to know: an internal note on the run's ticket, which the timeline shows too. */
export async function noteEscalation(
  actor: StaffActor,
  { escalationId, body }: { escalationId: string; body: string },
) {
  const run = await asStaff(actor, async (tx) => {
    const found = await readRun(tx, escalationId)
    return found && (await mayDo(tx, actor, 'escalation.note', found)) ? found : null
  })
  if (!run?.ticketId) return refuse('not_found')
  return addNote(actor, { ticketId: run.ticketId, body, attachmentIds: [] })
}
