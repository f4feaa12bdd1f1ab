import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { type AnswerRefusal, askPartner, versionOf } from '@/lib/tickets'
import { actOnRun } from './act-on-run'
import { readRun } from './store'
import type { TransitionRefusal } from './transition-types'

/**
 * Asks the partner what is missing before deciding whether it is urgent (000-06): a question on its request, and a line in
 * the run's story. The time for the assessment runs on, so that an answer that does not come never keeps anybody asleep.
 */
export async function askPartnerOfClaim(
  actor: StaffActor,
  { escalationId, question }: { escalationId: string; question: string },
): Promise<Outcome<{ ticketId: string }, AnswerRefusal | TransitionRefusal | 'not_found' | 'not_allowed'>> {
  if (!authorize(actor, 'escalation.assess')) return refuse('not_allowed')
  const found = await asStaff(actor, async (tx) => {
    const run = await readRun(tx, escalationId)
    return run?.ticketId ? { run, ticketId: run.ticketId, version: await versionOf(tx, run.ticketId) } : null
  })
  if (!found?.version) return refuse('not_found')
  const { run, ticketId, version } = found
  if (run.row.state !== 'ASSESSING') return refuse('not_assessing')
  const asked = await askPartner(actor, { ticketId, version, kind: 'ask', body: question, attachmentIds: [] })
  if (!asked.ok) return asked
  const by = actor.membershipId
  await actOnRun(actor, {
    act: 'escalation.note',
    escalationId,
    command: () => ({ kind: 'Note', by, text: question }),
  })
  return ok({ ticketId })
}
