import { authorize, type PartnerActor } from '@/lib/authz'
import type { Locale } from '@/lib/i18n/locales'
import { asPartner } from '@/lib/tenancy'
import { possibleActs } from './lifecycle'
import { findByNumber, messageView, pageOf } from './page-view'
import { moveFacts } from './rating'
import { ruleFacts } from './readable'
import type { PartnerTicket } from './view-types'

/** A request as the company's people read it: no notes, no lines of history that are the staff's. */
export async function ticketForPartner(
  actor: PartnerActor,
  number: string,
  locale: Locale,
): Promise<PartnerTicket | null> {
  return asPartner(actor, async (tx, now) => {
    const found = await findByNumber(tx, actor, number)
    if (!found) return null
    const facts = await ruleFacts(tx, found.ticket)
    if (!authorize(actor, 'ticket.read', facts)) return null
    const { page, person, files } = await pageOf(tx, actor, found, locale, now)
    const can = possibleActs(page.state, await moveFacts(tx, found.ticket, now))
    return {
      side: 'partner',
      ...page,
      thread: found.messages.map((message) => messageView(message, person, files)),
      allowed: {
        reply: can.includes('partner.message') && authorize(actor, 'ticket.write', facts),
        cancel: can.includes('partner.cancel') && authorize(actor, 'ticket.cancel', facts),
        followUp: page.state === 'completed' && authorize(actor, 'ticket.open'),
      },
    }
  })
}
