import { type Actor, authorize, type PartnerActor } from '@/lib/authz'
import { Prisma, type Tx } from '@/lib/db'
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

/**
 * The same as a condition on `ticket t` in a statement written by hand. The company is named although row security holds
 * to it as well: there it is one of two ways to see a row, and the planner would pass its index by.
 */
export function readableSql(actor: PartnerActor, membersSeeAll: boolean): Prisma.Sql {
  const { marketplaceId, partnerId, membershipId, role } = actor
  const ofCompany = Prisma.sql`t.marketplace_id = ${marketplaceId}::uuid and t.partner_id = ${partnerId}::uuid`
  if (seesCompany(actor, membersSeeAll)) return ofCompany
  const own = Prisma.sql`t.opened_by_id = ${membershipId}::uuid`
  if (role !== 'technical') return Prisma.sql`${ofCompany} and ${own}`
  return Prisma.sql`${ofCompany} and (${own} or exists (
    select from claim c where c.marketplace_id = t.marketplace_id and c.ticket_id = t.id))`
}
