import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellFollowing } from '@/lib/notifications'
import { asPartner } from '@/lib/tenancy'
import { recordTicketEvent } from './events'
import { colleaguesFor, followersOf } from './followers'
import { type LockedTicket, lockTicket } from './lock-ticket.sql'
import { ruleFacts } from './readable'
import type { FollowInput } from './schema'
import { quoted } from './store'
import { timeOf } from './write-move'

/** `colleague_unknown`: nobody active of the company who may read this request. */
export type FollowRefusal = 'not_found' | 'colleague_unknown'
export type Followed = { ticketId: string; number: string }

/**
 * From now on this colleague (or oneself) is told of everything on the request, as who opened it is. Whoever reads it may
 * add. Adding somebody twice, or who opened it, changes nothing.
 */
export function followTicket(actor: PartnerActor, input: FollowInput): Promise<Outcome<Followed, FollowRefusal>> {
  return change(actor, input, async (tx, ticket, at) => {
    const { id: ticketId, marketplaceId, partnerId } = ticket
    const { membershipId } = input
    const added = await followersOf(tx, ticketId)
    if (membershipId === ticket.openedById || added.includes(membershipId)) return true
    if (!(await colleaguesFor(tx, ticket)).includes(membershipId)) return false
    const addedById = actor.membershipId
    const place = { marketplaceId, ticketId, partnerId }
    await tx.ticketFollower.createMany({ data: { ...place, membershipId, addedById, createdAt: at } })
    await record(tx, ticket, at, { kind: 'follower_added', authorId: addedById, memberId: membershipId })
    const recipientIds = membershipId === addedById ? [] : [membershipId]
    await tellFollowing(tx, at, { ...place, factId: newId(), recipientIds, addedById })
    return true
  })
}

/** She is no longer told. Whoever reads the request may take anybody off; who does not follow stays as she was. */
export function unfollowTicket(actor: PartnerActor, input: FollowInput): Promise<Outcome<Followed, FollowRefusal>> {
  return change(actor, input, async (tx, ticket, at) => {
    const { membershipId } = input
    const { count } = await tx.ticketFollower.deleteMany({ where: { ticketId: ticket.id, membershipId } })
    const removed = { kind: 'follower_removed', authorId: actor.membershipId, memberId: membershipId } as const
    if (count > 0) await record(tx, ticket, at, removed)
    return true
  })
}

/** Under the ticket's lock, so that two hands add once. False from `work`: the colleague is unknown. */
async function change(
  actor: PartnerActor,
  { ticketId }: FollowInput,
  work: (tx: Tx, ticket: LockedTicket, at: Date) => Promise<boolean>,
): Promise<Outcome<Followed, FollowRefusal>> {
  return asPartner(actor, async (tx, now) => {
    const ticket = await lockTicket(tx, ticketId)
    if (!ticket || !authorize(actor, 'ticket.follow', await ruleFacts(tx, ticket))) return refuse('not_found')
    if (!(await work(tx, ticket, timeOf(ticket, now)))) return refuse('colleague_unknown')
    return ok({ ticketId, number: await quoted(tx, ticket) })
  })
}

type Step = { kind: 'follower_added' | 'follower_removed'; authorId: string; memberId: string }

/** A line of history; the ticket's version stays, since no answer hangs on who reads along. */
async function record(tx: Tx, ticket: LockedTicket, at: Date, { kind, authorId, memberId }: Step): Promise<void> {
  const { id: ticketId, marketplaceId, partnerId } = ticket
  const line = { marketplaceId, ticketId, partnerId, at, kind, authorId, audience: 'partner' } as const
  await recordTicketEvent(tx, { ...line, data: { memberId } })
}
