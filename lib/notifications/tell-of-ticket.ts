import type { Tx } from '@/lib/db'
import { type TicketFact, tell } from './tell'

/** The number and the promise, to whoever opened it (002-05, 003-16). `dueAt`: what was promised. */
export function tellTicketOpened(tx: Tx, now: Date, fact: TicketFact & { dueAt?: Date | null }): Promise<void> {
  return tell(tx, now, 'ticket.opened', fact, { dueAt: fact.dueAt?.toISOString() ?? null })
}

/** An agent answered (002-07, 003-22). */
export function tellAnswered(tx: Tx, now: Date, fact: TicketFact & { messageId: string }): Promise<void> {
  return tell(tx, now, 'ticket.answered', fact, { messageId: fact.messageId })
}

/** An agent asks for something, or asks to try something (002-08, 003-28). */
export function tellAsked(tx: Tx, now: Date, fact: TicketFact & { messageId: string }): Promise<void> {
  return tell(tx, now, 'ticket.asked', fact, { messageId: fact.messageId })
}

/** Somebody other than the reader completed it; the reason, if the agent wrote one, is read from the closing event. */
export function tellClosed(tx: Tx, now: Date, fact: TicketFact & { reason?: string | null }): Promise<void> {
  return tell(tx, now, 'ticket.closed', fact, { reason: fact.reason ?? null })
}

/** Nobody went on with it: it closes by itself at `closesAt` unless somebody does (003-25). */
export function tellReminder(tx: Tx, now: Date, fact: TicketFact & { closesAt: Date }): Promise<void> {
  return tell(tx, now, 'ticket.reminder', fact, { closesAt: fact.closesAt.toISOString() })
}

/** It closed by itself, and how to go on (003-25). */
export function tellAutoClosed(tx: Tx, now: Date, fact: TicketFact): Promise<void> {
  return tell(tx, now, 'ticket.auto_closed', fact, {})
}

/** To a colleague who follows it from now on; `addedById`: the membership that added her, herself not worth telling. */
export function tellFollowing(tx: Tx, now: Date, fact: TicketFact & { addedById: string }): Promise<void> {
  return tell(tx, now, 'ticket.following', fact, { addedById: fact.addedById })
}

/** Whether the claim is treated as urgent, why not, and when work goes on (000-06). */
export function tellClaimDecided(tx: Tx, now: Date, fact: TicketFact & { claimId: string }): Promise<void> {
  return tell(tx, now, 'claim.decided', fact, { claimId: fact.claimId })
}
