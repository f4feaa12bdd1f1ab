import { authorize, type StaffActor } from '@/lib/authz'
import { marketplaceOf } from '@/lib/marketplace'
import { type CourtBar, courtOf, type ExplainedClock, explainedClocks } from '@/lib/sla'
import { asStaff } from '@/lib/tenancy'
import { stateChanges } from './events'
import type { TicketState } from './states'
import { readNumber, written } from './ticket-number'

export type DeadlinePage = {
  number: string
  subject: string
  /** Language of the subject. */
  locale: string
  state: TicketState
  court: CourtBar
  clocks: ExplainedClock[]
  now: Date
}

/** Why the deadlines of a request lie where they lie; null when there is no such request. */
export async function deadlinesForStaff(actor: StaffActor, number: string): Promise<DeadlinePage | null> {
  if (!authorize(actor, 'promise.read')) return null
  const { marketplaceId } = actor
  return asStaff(actor, async (tx, now) => {
    const { prefix } = await marketplaceOf(tx, marketplaceId)
    const wanted = readNumber(prefix, number)
    const ticket = wanted === null ? null : await tx.ticket.findFirst({ where: { number: wanted } })
    if (!ticket) return null
    const state = ticket.state as TicketState
    const about = { marketplaceId, ticketId: ticket.id, state, events: await stateChanges(tx, ticket.id) }
    const { court } = await courtOf(tx, about, now)
    const clocks = await explainedClocks(tx, about, now)
    const { subject, locale } = ticket
    return { number: written(prefix, ticket.number), subject, locale, state, court, clocks, now }
  })
}
