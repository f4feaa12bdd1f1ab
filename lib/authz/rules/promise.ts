import type { Actor } from '../actor'

const admins = (actor: Actor) => actor.side === 'staff' && actor.role === 'admin'

export const promiseRules = {
  /** What is promised, by which hours, and why a deadline lies where it lies: everybody at the desk reads it. */
  'promise.read': (actor: Actor) => actor.side === 'staff',
  'promise.edit': admins,
  'hours.edit': admins,
}
