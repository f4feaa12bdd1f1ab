import { type Actor, authorize, type PartnerActor } from '@/lib/authz'
import type { Prisma, Tx } from '@/lib/db'
import { partnerOf } from '@/lib/partners'

type Ticket = { id: string; partnerId: string; openedById: string }

/** What the rules ask of a ticket; authz/rules/ticket.ts. */
export async function ruleFacts(tx: Tx, ticket: Ticket) {
  const { partnerId, openedById } = ticket
  const claims = await tx.claim.count({ where: { ticketId: ticket.id } })
  const { membersSeeAll } = await partnerOf(tx, partnerId)
  return { partnerId, openedById, claimed: claims > 0, membersSeeAll }
}

/** Whether this actor may read that ticket now; for files, which do not know tickets. */
export function readsTicket(actor: Actor): (tx: Tx, ticketId: string) => Promise<boolean> {
  return async (tx, ticketId) => {
    const ticket = await tx.ticket.findFirst({
      where: { id: ticketId },
      select: { id: true, partnerId: true, openedById: true },
    })
    return ticket !== null && authorize(actor, 'ticket.read', await ruleFacts(tx, ticket))
  }
}

/** Whether somebody reads colleagues' requests: the owner always, the others when the owner chose so (decision 9). */
export function seesCompany(actor: PartnerActor, membersSeeAll: boolean): boolean {
  return actor.role === 'owner' || membersSeeAll
}

/** The rule `ticket.read` as a filter, for lists: the same three ways in, and tests hold the two together. */
export function readableWhere(actor: PartnerActor, membersSeeAll: boolean): Prisma.TicketWhereInput {
  if (seesCompany(actor, membersSeeAll)) return {}
  const own = { openedById: actor.membershipId }
  return actor.role === 'technical' ? { OR: [own, { claims: { some: {} } }] } : own
}
