import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { activePeople, type Person, peopleOf } from '@/lib/identity'
import { ruleFacts } from './readable'

/** Memberships of the colleagues who follow a request, in the order they were added. */
export async function followersOf(tx: Tx, ticketId: string): Promise<string[]> {
  const rows = await tx.ticketFollower.findMany({
    where: { ticketId },
    orderBy: [{ createdAt: 'asc' }, { membershipId: 'asc' }],
    select: { membershipId: true },
  })
  return rows.map(({ membershipId }) => membershipId)
}

type Watched = { id: string; marketplaceId: string; partnerId: string; openedById: string }

/**
 * Whom of the company everything on a request is told to: who opened it, and who follows it. Only those who are active
 * and may read it now; the owner's choice who reads what holds for followers too (decision 9).
 */
export async function watchersOf(tx: Tx, ticketId: string): Promise<string[]> {
  const ticket = await tx.ticket.findFirst({ where: { id: ticketId } })
  if (!ticket) return []
  const told = await peopleOf(tx, [ticket.openedById, ...(await followersOf(tx, ticketId))])
  return readers(
    tx,
    ticket,
    [...told.values()].filter(({ active, partnerId }) => active && partnerId === ticket.partnerId),
  )
}

/** Colleagues who may read the request and are not told of it yet: whom somebody may add. */
export async function colleaguesFor(tx: Tx, ticket: Watched): Promise<string[]> {
  const told = new Set([ticket.openedById, ...(await followersOf(tx, ticket.id))])
  const people = await activePeople(tx, { partnerId: ticket.partnerId })
  return (await readers(tx, ticket, people)).filter((id) => !told.has(id))
}

/** Those of the company's people who may read the request. */
async function readers(tx: Tx, ticket: Watched, people: readonly Person[]): Promise<string[]> {
  const facts = await ruleFacts(tx, ticket)
  return people.filter((one) => authorize(behind(ticket, one), 'ticket.read', facts)).map((one) => one.membershipId)
}

/** Asks for a colleague what the rules say of her; nothing is done in her name. */
function behind({ marketplaceId, partnerId }: Watched, { membershipId, userId, role }: Person): PartnerActor {
  return { side: 'partner', marketplaceId, partnerId, membershipId, userId, role: role as PartnerActor['role'] }
}
