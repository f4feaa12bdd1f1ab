import type { Actor } from '../actor'

type Company = { partnerId: string }

function own(actor: Actor, company: Company): boolean {
  return actor.side === 'partner' && actor.partnerId === company.partnerId
}

export const integrationRules = {
  /** Says that the company works on its own systems (000-08): who answers for them. */
  'integration.pause': (actor: Actor, company: Company) =>
    own(actor, company) && (actor.role === 'owner' || actor.role === 'technical'),
  /** Who is called, how, and whether the integration is in maintenance: the whole company's to know, and the staff's. */
  'contacts.read': (actor: Actor, company: Company) => actor.side === 'staff' || own(actor, company),
  'contacts.edit': (actor: Actor, company: Company) => own(actor, company) && actor.role === 'owner',
}
