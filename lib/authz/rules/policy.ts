import type { Actor } from '../actor'

const edits = ['admin', 'lead']

export const policyRules = {
  /** Who is called, and by which ladder: everybody at the desk may know. */
  'policy.read': (actor: Actor) => actor.side === 'staff',
  'policy.edit': (actor: Actor) => actor.side === 'staff' && edits.includes(actor.role),
}
