import type { Actor } from '../actor'

export const reportRules = {
  /** Figures name no person: everybody at the desk reads them. */
  'report.read': (actor: Actor) => actor.side === 'staff',
  /** What leaves the building as a file is the leads' and the admins'. */
  'report.export': (actor: Actor) => actor.side === 'staff' && (actor.role === 'lead' || actor.role === 'admin'),
}
