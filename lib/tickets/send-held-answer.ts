import type { Tx } from '@/lib/db'
import { type Outcome, refuse } from '@/lib/foundation/outcome'
import { peopleOf } from '@/lib/identity'
import { tellAnswerKept } from '@/lib/notifications'
import { asWorker } from '@/lib/tenancy'
import { type Held, lockHeld, removeHeld } from './held-answers'
import type { LockedTicket } from './lock-ticket.sql'
import { type SayRefusal, say } from './say'
import { type Changed, timeOf } from './write-move'

/**
 * The seconds for second thoughts are over: the answer leaves, or, when something arrived meanwhile or the move is no
 * longer legal, keeps its text and tells its author why. Sent, taken back or not due yet: nothing happens.
 */
export async function sendHeldAnswer(marketplaceId: string, heldId: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const found = await lockHeld(tx, heldId)
    if (!found?.held.sendAt || found.held.sendAt > now) return
    const { held, ticket } = found
    const at = timeOf(ticket, now)
    const outcome = await sendNow(tx, ticket, held, at)
    if (!outcome.ok) await keep(tx, ticket, held, at, outcome.why)
  })
}

/** Sends a held answer on its locked ticket and removes its row; refused, both stay as they were. */
export async function sendNow(
  tx: Tx,
  ticket: LockedTicket,
  { id: heldId, authorId, said }: Held,
  at: Date,
): Promise<Outcome<Changed, SayRefusal | 'not_allowed'>> {
  const person = (await peopleOf(tx, [authorId])).get(authorId)
  // Somebody who left meanwhile answers nobody.
  if (!person?.active || person.partnerId !== null) return refuse('not_allowed')
  const author = { marketplaceId: ticket.marketplaceId, membershipId: authorId, partnerId: null }
  const outcome = await say(tx, ticket, author, said, { at, heldId })
  if (outcome.ok) await removeHeld(tx, heldId)
  return outcome
}

async function keep(tx: Tx, ticket: LockedTicket, held: Held, at: Date, why: string): Promise<void> {
  await tx.heldAnswer.updateMany({ where: { id: held.id }, data: { sendAt: null, refusedWhy: why, refusedAt: at } })
  const { marketplaceId, id: ticketId, partnerId } = ticket
  const about = { marketplaceId, ticketId, partnerId, factId: held.id, recipientIds: [held.authorId] }
  await tellAnswerKept(tx, at, { ...about, heldId: held.id })
}
