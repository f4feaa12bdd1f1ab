import { callChange } from '@/lib/escalation'
import { peopleOf } from '@/lib/identity'
import { compose } from '@/lib/notifications'
import { partnersOf } from '@/lib/partners'
import { ticketFacts } from '@/lib/tickets'
import type { Kind } from './kind'
import { mailTo, readerOf, whyNotReached } from './reader'

/** What a called company did about it, for the staff who called (000-16). */
const changed: Kind = {
  guard: (tx, _now, claimed) => whyNotReached(tx, claimed),
  async compose(tx, _now, claimed) {
    const reader = await readerOf(tx, claimed)
    const change = await callChange(tx, claimed.subjectId, Number(claimed.payload.seq))
    if (!reader || !change) return { why: 'there is nothing to tell any more' }
    const { marketplace, person, timeZone, url, locale } = reader
    const company = (await partnersOf(tx, [change.partnerId])).get(change.partnerId)
    const author = (await peopleOf(tx, [change.by])).get(change.by)
    const ticket = change.ticketId ? (await ticketFacts(tx, [change.ticketId])).get(change.ticketId) : undefined
    const { severity, what, text } = change
    const data = {
      marketplace: marketplace.name,
      reader: person.name,
      timeZone,
      link: url(`/${marketplace.slug}/oncall/escalation/${claimed.subjectId}`),
      company: company?.name ?? '',
      title: change.title ?? ticket?.subject ?? '',
      number: ticket?.number ?? null,
      severity,
      what,
      by: author?.name ?? '',
      text,
      textLocale: author?.locale ?? company?.locale ?? locale,
    }
    return mailTo(reader, claimed.address, compose('call.changed', locale, data), null)
  },
}

export const callKinds = { 'call.changed': changed }
