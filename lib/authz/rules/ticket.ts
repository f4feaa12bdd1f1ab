import type { Actor } from '../actor'

/** What the rules need to know of a ticket; `claimed` says whether it carries an urgent claim. */
export type TicketFacts = { partnerId: string; openedById: string; claimed: boolean; membersSeeAll: boolean }

function ownCompany(actor: Actor, ticket: TicketFacts): boolean {
  return actor.side === 'partner' && actor.partnerId === ticket.partnerId
}

/** Decision 9: the owner chooses whether colleagues read each other's; an urgent one is open to technical contacts. */
function readsInCompany(actor: Actor, ticket: TicketFacts): boolean {
  if (!ownCompany(actor, ticket)) return false
  if (actor.role === 'owner' || ticket.membersSeeAll || ticket.openedById === actor.membershipId) return true
  return actor.role === 'technical' && ticket.claimed
}

const staffAnswers = ['agent', 'lead', 'oncall', 'admin']

export const ticketRules = {
  'ticket.open': (actor: Actor) => actor.side === 'partner',
  'ticket.read': (actor: Actor, ticket: TicketFacts) => actor.side === 'staff' || readsInCompany(actor, ticket),
  'ticket.write': (actor: Actor, ticket: TicketFacts) => readsInCompany(actor, ticket),
  'ticket.cancel': (actor: Actor, ticket: TicketFacts) => readsInCompany(actor, ticket),
  'ticket.rate': (actor: Actor, ticket: TicketFacts) => readsInCompany(actor, ticket),
  /** Adds colleagues who are told of everything, and takes them off again. */
  'ticket.follow': (actor: Actor, ticket: TicketFacts) => readsInCompany(actor, ticket),
  'ticket.list': () => true,
  'ticket.queue': (actor: Actor) => actor.side === 'staff',
  'ticket.answer': (actor: Actor) => actor.side === 'staff' && staffAnswers.includes(actor.role),
  'ticket.note': (actor: Actor) => actor.side === 'staff',
  'ticket.assign': (actor: Actor) => actor.side === 'staff',
  /** Topic, priority and team, and what was found out (002-12): where it belongs and how soon. */
  'ticket.change': (actor: Actor) => actor.side === 'staff',
  'ticket.close': (actor: Actor) => actor.side === 'staff',
}
