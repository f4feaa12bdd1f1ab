import type { Actor } from '../actor'

export const alertRules = {
  'alerts.read': (actor: Actor) => actor.side === 'staff',
  /** Keys and heartbeats decide who may wake people: the admin's. */
  'alerts.edit': (actor: Actor) => actor.side === 'staff' && actor.role === 'admin',
}
