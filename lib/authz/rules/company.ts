import type { Actor } from '../actor'

export const companyRules = {
  'company.read': (actor: Actor, company: { partnerId: string }) =>
    actor.side === 'staff' || actor.partnerId === company.partnerId,
  'company.change': (actor: Actor, company: { partnerId: string }) =>
    actor.side === 'partner' && actor.role === 'owner' && actor.partnerId === company.partnerId,
}
