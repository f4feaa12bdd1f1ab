import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { peopleOf } from '@/lib/identity'
import { planMails } from './plan-mails'
import { audienceOf, type NoticeKind } from './schema'

/** What is told of a request; `recipientIds` are memberships, for the agent kinds of staff, else of the partner's people. */
export type TicketFact = {
  marketplaceId: string
  ticketId: string
  partnerId: string
  /** Id of the event or message told of, so that telling twice is telling once. */
  factId: string
  recipientIds: readonly string[]
}

/**
 * Tells people of a fact about a request, in the fact's own transaction: a notice each inside the portal, and a mail
 * whose way (at once, in a digest, not at all) the worker reads from her preference when it would send it.
 */
export async function tell(
  tx: Tx,
  now: Date,
  kind: NoticeKind,
  fact: TicketFact,
  payload: Record<string, string | number | null>,
): Promise<void> {
  const { marketplaceId, ticketId, partnerId, factId } = fact
  const people = [...(await peopleOf(tx, fact.recipientIds)).values()]
  const recipientIds = people.filter(({ active }) => active).map(({ membershipId }) => membershipId)
  if (recipientIds.length === 0) return
  // What somebody did herself is no news to her: there to be found again, never counted.
  const readAt = kind === 'ticket.opened' ? now : null
  const shared = { marketplaceId, ticketId, partnerId, factId, kind, audience: audienceOf(kind), data: payload }
  await tx.notice.createMany({
    data: recipientIds.map((membershipId) => ({ ...shared, id: newId(), membershipId, createdAt: now, readAt })),
    skipDuplicates: true,
  })
  const about = { subjectKind: 'ticket', subjectId: ticketId, factId } as const
  await planMails(tx, now, { marketplaceId, kind, ...about, partnerId, recipientIds, payload })
}

/** A read-only link once more, to the person whose old one has expired. No notice: she asked for it herself. */
export function tellViewLink(tx: Tx, now: Date, fact: TicketFact): Promise<void> {
  const { marketplaceId, ticketId, partnerId, factId, recipientIds } = fact
  const about = { subjectKind: 'ticket', subjectId: ticketId, factId } as const
  return planMails(tx, now, { marketplaceId, kind: 'ticket.view_link', ...about, partnerId, recipientIds, payload: {} })
}
