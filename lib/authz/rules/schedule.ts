import type { Actor } from '../actor'

const edits = ['lead', 'oncall', 'admin']

export const scheduleRules = {
  /** Layers, hours and overrides are the engineers' own, and those who lead them. */
  'schedule.edit': (actor: Actor) => actor.side === 'staff' && edits.includes(actor.role),
  /** Whoever has a shift may ask; the use case knows whose it is. */
  'cover.ask': (actor: Actor) => actor.side === 'staff',
  /** Whom the request names, or anybody of the staff where it names nobody; never who asked. */
  'cover.take': (actor: Actor, cover: { requestedById: string; askedId: string | null }) =>
    actor.side === 'staff' &&
    cover.requestedById !== actor.membershipId &&
    (cover.askedId === null || cover.askedId === actor.membershipId),
  'cover.withdraw': (actor: Actor, cover: { requestedById: string }) =>
    actor.side === 'staff' && cover.requestedById === actor.membershipId,
  /** The address of one's own calendar; there is no other. */
  'feed.own': (actor: Actor) => actor.side === 'staff',
}
