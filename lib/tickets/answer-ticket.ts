import { authorize, type StaffActor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { lockTicket } from './lock-ticket.sql'
import { type Said, type SayRefusal, say } from './say'
import type { AnswerInput, AskInput } from './schema'
import { quoted } from './store'
import { type Changed, timeOf } from './write-move'

export type AnswerRefusal = 'not_found' | 'not_allowed' | SayRefusal
export type Answered = { ticketId: string; number: string } & Changed

/**
 * An agent's answer at once (003-22), without the seconds for second thoughts. Refused when something arrived since the
 * agent last looked; answering takes the ticket.
 */
export function answerTicket(actor: StaffActor, input: AnswerInput): Promise<Outcome<Answered, AnswerRefusal>> {
  return sayNow(actor, { ...input, kind: 'answer' })
}

/** A question, or a fix to try, at once: the partner's turn, and our clock pauses (002-08, 003-28). */
export function askPartner(actor: StaffActor, input: AskInput): Promise<Outcome<Answered, AnswerRefusal>> {
  return sayNow(actor, input)
}

async function sayNow(actor: StaffActor, said: Said & { ticketId: string }): Promise<Outcome<Answered, AnswerRefusal>> {
  if (!authorize(actor, 'ticket.answer')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, said.ticketId)
    if (!ticket) return refuse('not_found')
    const outcome = await say(tx, ticket, actor, said, { at: timeOf(ticket, now) })
    if (!outcome.ok) return outcome
    const { state, version } = outcome.value
    return ok({ ticketId: ticket.id, number: await quoted(tx, ticket), state, version })
  })
}
