import type { Tx } from '@/lib/db'
import { planMails } from './plan-mails'
import type { MailKind } from './schema'

/** What a mail about a request needs to be planned; `recipientIds` are memberships of the partner's people. */
export type TicketFact = {
  marketplaceId: string
  ticketId: string
  partnerId: string
  /** Id of the event or message told of, so that telling twice is telling once. */
  factId: string
  recipientIds: readonly string[]
}

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

/** Whether the claim is treated as urgent, why not, and when work goes on (000-06). */
export function tellClaimDecided(tx: Tx, now: Date, fact: TicketFact & { claimId: string }): Promise<void> {
  return tell(tx, now, 'claim.decided', fact, { claimId: fact.claimId })
}

function tell(
  tx: Tx,
  now: Date,
  kind: MailKind,
  fact: TicketFact,
  payload: Record<string, string | null>,
): Promise<void> {
  const { marketplaceId, ticketId, partnerId, factId, recipientIds } = fact
  const about = { subjectKind: 'ticket', subjectId: ticketId, factId } as const
  return planMails(tx, now, { marketplaceId, kind, ...about, partnerId, recipientIds, payload })
}
