import { filesOfTicket } from '@/lib/attachments'
import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { peopleOf } from '@/lib/identity'
import { compose, type MailData, type STAFF_NOTICES } from '@/lib/notifications'
import { partnersOf } from '@/lib/partners'
import { heldText, messageText, ratingOf, type TicketFacts, ticketFacts } from '@/lib/tickets'
import type { Kind } from './kind'
import { mailTo, readerOf, settingsPath, whyNotReached } from './reader'
import { byPreference, threadOf } from './told'

export type AgentMail = (typeof STAFF_NOTICES)[number]
type Shared = 'marketplace' | 'reader' | 'timeZone' | 'link' | 'number' | 'subject' | 'settingsLink' | 'partner'
type Specific<K extends AgentMail> = Omit<MailData[K], Shared>
type Gather<K extends AgentMail> = (tx: Tx, claimed: Claimed, ticket: TicketFacts) => Promise<Specific<K> | null>

/** A mail to an agent about a partner's request; its link leads to the desk. */
export function toAgent<K extends AgentMail>(kind: K, gather: Gather<K>): Kind {
  return byPreference(kind, {
    guard: (tx, _now, claimed) => whyNotReached(tx, claimed),
    async compose(tx, _now, claimed) {
      const reader = await readerOf(tx, claimed)
      const ticket = (await ticketFacts(tx, [claimed.subjectId])).get(claimed.subjectId)
      const specific = reader && ticket && (await gather(tx, claimed, ticket))
      if (!specific) return { why: 'there is nothing to tell any more' }
      const { marketplace, person, timeZone, url } = reader
      const { number, subject, partnerId } = ticket
      const partner = (await partnersOf(tx, [partnerId])).get(partnerId)?.name ?? ''
      const links = { link: url(`/${marketplace.slug}/desk/${number}`), settingsLink: url(settingsPath(reader)) }
      const shared = {
        marketplace: marketplace.name,
        reader: person.name,
        timeZone,
        number,
        subject,
        partner,
        ...links,
      }
      const data = { ...shared, ...specific } as MailData[K]
      return mailTo(reader, claimed.address, compose(kind, reader.locale, data), threadOf(ticket))
    },
  })
}

export const agentKinds = {
  'agent.replied': toAgent('agent.replied', async (tx, { payload }, ticket) => {
    const message = await messageText(tx, String(payload.messageId))
    if (!message) return null
    const { id, authorId, body: text, locale: textLocale, verdict } = message
    const author = (await peopleOf(tx, [authorId])).get(authorId)?.name ?? ''
    const files = (await filesOfTicket(tx, ticket.id)).filter(({ messageId }) => messageId === id).length
    return { author, text, textLocale, verdict, files }
  }),
  'agent.assigned': toAgent('agent.assigned', async (tx, { payload, recipientId }, { assigneeId }) => {
    // Somebody else has it by now.
    if (assigneeId !== recipientId) return null
    const by = typeof payload.byId === 'string' ? (await peopleOf(tx, [payload.byId])).get(payload.byId) : undefined
    return { by: by?.name ?? null }
  }),
  'agent.rated': toAgent('agent.rated', async (tx, _claimed, ticket) => {
    const rating = await ratingOf(tx, ticket.id)
    return rating && { stars: rating.stars, comment: rating.comment || null }
  }),
  'agent.answer_kept': toAgent('agent.answer_kept', async (tx, { payload }) => {
    const text = await heldText(tx, String(payload.heldId))
    return text === null ? null : { text }
  }),
}
