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
  'schedule.read': (actor: Actor) => actor.side === 'staff',
}
