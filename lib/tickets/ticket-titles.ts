import { type Actor, authorize } from '@/lib/authz'
import { marketplaceOf } from '@/lib/marketplace'
import { partnerOf } from '@/lib/partners'
import { asActor } from '@/lib/tenancy'
import { readableWhere } from './readable'
import type { TicketState } from './states'
import { written } from './ticket-number'

export type TicketTitle = { number: string; subject: string; locale: string; state: TicketState; partnerId: string }

/** How requests are called, by id, for lists of other things; those that this person may not read now are left out. */
export async function ticketTitles(actor: Actor, ticketIds: readonly string[]): Promise<Map<string, TicketTitle>> {
  if (!authorize(actor, 'ticket.list') || ticketIds.length === 0) return new Map()
  return asActor(actor, async (tx) => {
    const { prefix } = await marketplaceOf(tx, actor.marketplaceId)
    const readable =
      actor.side === 'staff' ? {} : readableWhere(actor, (await partnerOf(tx, actor.partnerId)).membersSeeAll)
    const rows = await tx.ticket.findMany({ where: { AND: [readable, { id: { in: [...new Set(ticketIds)] } }] } })
    return new Map(
      rows.map(({ id, number, subject, locale, state, partnerId }) => [
        id,
        { number: written(prefix, number), subject, locale, state: state as TicketState, partnerId },
      ]),
    )
  })
}
