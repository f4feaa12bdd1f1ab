import type { Tx } from '@/lib/db'
import { type TicketFact, tell } from './tell'

/** The partner wrote, or gave its word on a fix to try (002-08, 003-27); to the request's agent. */
export function tellPartnerReplied(tx: Tx, now: Date, fact: TicketFact & { messageId: string }): Promise<void> {
  return tell(tx, now, 'agent.replied', fact, { messageId: fact.messageId })
}

/** The request is hers now; `byId`: the membership that gave it to her, null when a rule did. */
export function tellAssigned(tx: Tx, now: Date, fact: TicketFact & { byId?: string | null }): Promise<void> {
  return tell(tx, now, 'agent.assigned', fact, { byId: fact.byId ?? null })
}

/** What the partner thinks of the support (003-23). `stars` from 1 to 5. */
export function tellRated(tx: Tx, now: Date, fact: TicketFact & { stars: number }): Promise<void> {
  return tell(tx, now, 'agent.rated', fact, { stars: fact.stars })
}

/** Her held answer was not sent after all, because something came between; its text is kept for her. */
export function tellAnswerKept(tx: Tx, now: Date, fact: TicketFact & { heldId: string }): Promise<void> {
  return tell(tx, now, 'agent.answer_kept', fact, { heldId: fact.heldId })
}
