import type { Actor, PartnerActor, StaffActor } from '@/lib/authz'
import { actorOf, type MembershipKey, type Session } from '@/lib/identity'

export type Side = 'staff' | 'partner' | 'either'
export type ActorFor<S extends Side> = S extends 'staff' ? StaffActor : S extends 'partner' ? PartnerActor : Actor

export type Wanted = {
  marketplaceId: string
  side: Side
  /** The membership a form names: only that one will do. */
  named?: string | null
  /** The membership the cookie prefers. */
  preferred?: string | null
}

/** Several fit and the form named none: nothing is guessed. */
export const UNNAMED = 'unnamed'

/**
 * As whom a person acts in a marketplace: from her session's row and the membership's row, never from what the
 * request says. A named membership must be hers; a page without one shows the preferred, else the oldest.
 */
export async function chooseActor(session: Session, wanted: Wanted): Promise<Actor | null> {
  const doors = doorsFor(session, wanted)
  const ordered = wanted.named
    ? doors.filter((door) => door.membershipId === wanted.named)
    : doors.toSorted((a, b) => rank(a, wanted) - rank(b, wanted))
  for (const door of ordered) {
    const actor = await actorOf(session.userId, door)
    if (actor) return actor
  }
  return null
}

/** The same for a write: with several companies to choose from, the form has to say for which it is. */
export async function chooseWriter(session: Session, wanted: Wanted): Promise<Actor | typeof UNNAMED | null> {
  if (!wanted.named && doorsFor(session, wanted).length > 1) return UNNAMED
  return chooseActor(session, wanted)
}

function doorsFor(session: Session, { marketplaceId, side }: Wanted): MembershipKey[] {
  return session.doors.filter(
    (door) =>
      door.marketplaceId === marketplaceId && (side === 'either' || (side === 'staff') === (door.partnerId === null)),
  )
}

function rank(door: MembershipKey, { preferred }: Wanted): number {
  return door.membershipId === preferred ? 0 : 1
}
