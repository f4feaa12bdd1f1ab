import type { Tx } from '@/lib/db'
import { recounted, recountOf, retarget } from '@/lib/sla'
import { asWorker } from '@/lib/tenancy'
import { stateChanges } from './events'
import { lockTicket } from './lock-ticket.sql'
import { promisedOf } from './write-move'

/** Requests counted, and so held from agents and from a partner's claim, in one transaction: few, so that nobody waits long. */
const BATCH = 10

/**
 * Counts a batch of a marketplace's open requests by the promises, hours and tiers as they are now: deadlines move, earlier
 * pauses stay, and what was changed back comes back (invariant 28). The versions stay: an agent who is writing need not
 * read anything first.
 */
export async function recountPromises(marketplaceId: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    const asked = await recountOf(tx, marketplaceId)
    if (!asked) return
    const rows = await tx.ticket.findMany({
      where: {
        marketplaceId,
        state: { not: 'completed' },
        ...(asked.afterId === null ? {} : { id: { gt: asked.afterId } }),
      },
      orderBy: { id: 'asc' },
      select: { id: true },
      take: BATCH,
    })
    for (const { id } of rows) await recount(tx, id, now)
    await recounted(tx, marketplaceId, asked, rows.length < BATCH ? null : (rows.at(-1)?.id ?? null))
  })
}

async function recount(tx: Tx, ticketId: string, now: Date): Promise<void> {
  const ticket = await lockTicket(tx, ticketId)
  // It may have been completed while this waited for it.
  if (!ticket || ticket.state === 'completed') return
  const dueAt = await retarget(tx, { ...promisedOf(ticket), events: await stateChanges(tx, ticketId), now })
  await tx.ticket.updateMany({ where: { id: ticketId }, data: { dueAt } })
}
