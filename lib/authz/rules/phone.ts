import type { Actor } from '../actor'

export const phoneRules = {
  /** How somebody is reached is hers alone to see and to change, whatever the role of whoever looks. */
  'phone.own': (actor: Actor, phone: { membershipId: string }) => actor.membershipId === phone.membershipId,
}
