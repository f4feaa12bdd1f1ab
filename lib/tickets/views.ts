import { type Actor, authorize, type PartnerActor } from '@/lib/authz'
import type { Locale } from '@/lib/i18n/locales'
import { promiseFor } from '@/lib/sla'
import { asPartner } from '@/lib/tenancy'
import { ticketForPartner } from './partner-view'
import { ticketForStaff } from './staff-view'
import type { StaffTicket } from './staff-view-types'
import type { PartnerTicket } from './view-types'

/** The page of a request, for whichever side asks; null when it is absent, foreign or not for this person. */
export function ticketByNumber(
  actor: Actor,
  number: string,
  locale: Locale,
): Promise<PartnerTicket | StaffTicket | null> {
  return actor.side === 'partner' ? ticketForPartner(actor, number, locale) : ticketForStaff(actor, number, locale)
}

/** "We reply by ...", shown before sending; null when this topic promises nothing. */
export async function promiseBefore(actor: PartnerActor, topicId: string): Promise<Date | null> {
  if (!authorize(actor, 'ticket.open')) return null
  return asPartner(actor, (tx, now) => promiseFor(tx, actor.marketplaceId, topicId, 'normal', now))
}
