import type { Tx } from '@/lib/db'
import { type Climbed, climbLadders } from '@/lib/sla'
import { stateChanges } from './events'
import { lockTicket } from './lock-ticket.sql'
import { promisedOf } from './write-move'

/** Whom a promise is looked after for, and the rungs that were just climbed. */
export type PromiseTold = {
  ticketId: string
  partnerId: string
  teamId: string
  assigneeId: string | null
  climbed: Climbed[]
}

/** Under the request's lock, joined to the transaction that tells; null when there is no such request. */
export async function climbPromises(tx: Tx, now: Date, ticketId: string): Promise<PromiseTold | null> {
  const ticket = await lockTicket(tx, ticketId)
  if (!ticket) return null
  const climbed = await climbLadders(tx, { ...promisedOf(ticket), events: await stateChanges(tx, ticketId), now })
  const { partnerId, teamId, assigneeId } = ticket
  return { ticketId, partnerId, teamId, assigneeId, climbed }
}
