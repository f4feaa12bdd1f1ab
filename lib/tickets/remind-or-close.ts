import type { Tx } from '@/lib/db'
import { after, DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { settingsOf } from '@/lib/marketplace'
import { tellAutoClosed, tellReminder } from '@/lib/notifications'
import { asWorker } from '@/lib/tenancy'
import { recordTicketEvent } from './events'
import { watchersOf } from './followers'
import { type LockedTicket, lockTicket } from './lock-ticket.sql'
import { decide, timeOf, writeMove } from './write-move'

/**
 * Nobody went on with a request while it was the partner's turn: first its people are reminded and told when it will
 * close, then it is closed with the reason `auto` (003-25). Called by the worker when `next_at` is due; a call that comes
 * too early, too late or twice changes nothing.
 */
export async function remindOrClose(marketplaceId: string, ticketId: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const ticket = await lockTicket(tx, ticketId)
    if (!ticket?.nextAt || ticket.nextAt > now) return
    const moved = decide(ticket, 'worker.autoClose', now)
    if (!moved.ok) return
    if (ticket.remindedAt === null) return remind(tx, ticket, timeOf(ticket, now))
    // An answer that is about to go out starts the days anew: it is not raced.
    const answer = await tx.heldAnswer.findFirst({ where: { ticketId, sendAt: { not: null } } })
    if (answer?.sendAt) return lookAgain(tx, ticket, after(now > answer.sendAt ? now : answer.sendAt, WAIT))
    const at = timeOf(ticket, now)
    await writeMove(tx, ticket, at, moved, { kind: 'auto_closed', authorId: null, audience: 'partner' })
    // A request is completed once, so it is the fact itself.
    await tellAutoClosed(tx, at, await about(tx, ticket, ticketId))
  })
}

/** How long an answer under way may take to go out, in milliseconds, before its request is looked at again. */
const WAIT = 60_000

/** The full time between reminder and closing is the partner's, also when the reminder went out late. */
async function remind(tx: Tx, ticket: LockedTicket, at: Date): Promise<void> {
  const { id: ticketId, marketplaceId, partnerId } = ticket
  const { autoCloseDays, autoCloseReminderDays } = await settingsOf(tx, marketplaceId)
  const closesAt = after(at, (autoCloseDays - autoCloseReminderDays) * DAY)
  // The version stays: an answer that an agent is writing does not hang on it.
  await tx.ticket.updateMany({ where: { id: ticketId }, data: { nextAt: closesAt, remindedAt: at } })
  const line = { marketplaceId, ticketId, partnerId, at, authorId: null, audience: 'partner' } as const
  await recordTicketEvent(tx, { ...line, kind: 'reminded' })
  await tellReminder(tx, at, { ...(await about(tx, ticket, newId())), closesAt })
}

async function lookAgain(tx: Tx, { id }: LockedTicket, nextAt: Date): Promise<void> {
  await tx.ticket.updateMany({ where: { id }, data: { nextAt } })
}

async function about(tx: Tx, { id: ticketId, marketplaceId, partnerId }: LockedTicket, factId: string) {
  return { marketplaceId, partnerId, ticketId, factId, recipientIds: await watchersOf(tx, ticketId) }
}
