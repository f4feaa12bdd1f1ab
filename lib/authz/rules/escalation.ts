import type { Actor } from '../actor'

const decides = ['lead', 'oncall', 'admin', 'agent']
const owns = ['oncall', 'lead', 'admin']

export const escalationRules = {
  'escalation.read': (actor: Actor) => actor.side === 'staff',
  /** The internal team assesses (000-06): any agent, so that a claim never waits for one person. */
  'escalation.assess': (actor: Actor) => actor.side === 'staff' && decides.includes(actor.role),
  /** Whoever was paged may own it; others need the role. */
  'escalation.acknowledge': (actor: Actor, facts: { wasPaged: boolean }) =>
    actor.side === 'staff' && (facts.wasPaged || owns.includes(actor.role)),
  'escalation.passOn': (actor: Actor, facts: { wasPaged: boolean }) =>
    actor.side === 'staff' && (facts.wasPaged || owns.includes(actor.role)),
  'escalation.resolve': (actor: Actor, facts: { ownerId: string | null }) =>
    actor.side === 'staff' && (facts.ownerId === actor.membershipId || owns.includes(actor.role)),
  'escalation.note': (actor: Actor) => actor.side === 'staff',
  /** "Page the engineer on call" by hand (A8). */
  'escalation.page': (actor: Actor) => actor.side === 'staff' && decides.includes(actor.role),
  /** "Call the partner" by hand (000-13). */
  'escalation.call': (actor: Actor) => actor.side === 'staff' && decides.includes(actor.role),
  /** What a company is called for is its own to read; whom it names, its owner and its technical people answer (000-16). */
  'call.read': (actor: Actor, call: { partnerId: string | null }) =>
    actor.side === 'staff' || actor.partnerId === call.partnerId,
  'call.answer': (actor: Actor, call: { partnerId: string | null; isContact: boolean }) =>
    actor.side === 'partner' &&
    actor.partnerId === call.partnerId &&
    (call.isContact || actor.role === 'owner' || actor.role === 'technical'),
  'schedule.read': (actor: Actor) => actor.side === 'staff',
}
