import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { defaultLocale } from '@/lib/i18n'
import { peopleOf } from '@/lib/identity'
import { compose, type MailData, type PARTNER_NOTICES } from '@/lib/notifications'
import { deadlinesOf } from '@/lib/sla'
import { claimOf, messageText, type TicketFacts, ticketFacts } from '@/lib/tickets'
import type { Kind } from './kind'
import { mailTo, readerOf, settingsPath, viewLink, whyNotTold } from './reader'
import { byPreference, threadOf } from './told'

type TicketMail = (typeof PARTNER_NOTICES)[number]
type Shared = 'marketplace' | 'reader' | 'timeZone' | 'link' | 'number' | 'subject' | 'settingsLink'
type Specific<K extends TicketMail | 'ticket.view_link'> = Omit<MailData[K], Shared>
type Gather<K extends TicketMail | 'ticket.view_link'> = (
  tx: Tx,
  now: Date,
  claimed: Claimed,
  ticket: TicketFacts,
) => Promise<Specific<K> | null>

/**
 * A mail to the partner about its request; what it says beyond number, subject and link is gathered per kind. Its link
 * shows the request without signing in.
 */
function aboutTicket<K extends TicketMail | 'ticket.view_link'>(kind: K, gather: Gather<K>): Kind {
  return {
    guard: (tx, _now, claimed) => whyNotTold(tx, claimed),
    async compose(tx, now, claimed) {
      const reader = await readerOf(tx, claimed)
      const ticket = (await ticketFacts(tx, [claimed.subjectId])).get(claimed.subjectId)
      const specific = reader && ticket && (await gather(tx, now, claimed, ticket))
      if (!specific) return { why: 'there is nothing to tell any more' }
      const { marketplace, person, timeZone, url } = reader
      const { number, subject } = ticket
      const link = await viewLink(tx, reader, claimed, ticket)
      const settingsLink = url(settingsPath(reader))
      const shared = {
        marketplace: marketplace.name,
        reader: person.name,
        timeZone,
        link,
        number,
        subject,
        settingsLink,
      }
      const data = { ...shared, ...specific } as MailData[K]
      return mailTo(reader, claimed.address, compose(kind, reader.locale, data), threadOf(ticket))
    },
  }
}

/** The same for what a notice stands beside: sent as its reader prefers. */
function told<K extends TicketMail>(kind: K, gather: Gather<K>): Kind {
  return byPreference(kind, aboutTicket(kind, gather))
}

async function written(tx: Tx, claimed: Claimed): Promise<Specific<'ticket.answered'> | null> {
  const message = await messageText(tx, String(claimed.payload.messageId))
  if (!message) return null
  return { author: await nameOf(tx, message.authorId), text: message.body, textLocale: message.locale }
}

async function nameOf(tx: Tx, membershipId: unknown): Promise<string> {
  const id = String(membershipId)
  return (await peopleOf(tx, [id])).get(id)?.name ?? ''
}

export const ticketKinds = {
  'ticket.opened': told('ticket.opened', async (tx, _now, _claimed, ticket) => {
    const promiseAt = (await deadlinesOf(tx, [ticket.id])).get(ticket.id) ?? null
    const topic = await topicById(tx, ticket.topicId, defaultLocale)
    return { promiseAt, urgent: topic?.urgent ?? false }
  }),
  'ticket.answered': told('ticket.answered', (tx, _now, claimed) => written(tx, claimed)),
  'ticket.asked': told('ticket.asked', (tx, _now, claimed) => written(tx, claimed)),
  'ticket.closed': told('ticket.closed', async (_tx, _now, { payload }) => ({
    reason: typeof payload.reason === 'string' ? payload.reason : null,
  })),
  'ticket.reminder': told('ticket.reminder', async (_tx, now, { payload }, { state }) => {
    const closesAt = new Date(String(payload.closesAt))
    const waits = state === 'answered' || state === 'awaiting_partner'
    return waits && closesAt > now ? { closesAt, asked: state === 'awaiting_partner' } : null
  }),
  'ticket.auto_closed': told('ticket.auto_closed', async () => ({})),
  'ticket.following': told('ticket.following', async (tx, _now, { payload }) => ({
    addedBy: await nameOf(tx, payload.addedById),
  })),
  'ticket.view_link': aboutTicket('ticket.view_link', async () => ({})),
  'claim.decided': told('claim.decided', async (tx, now, { payload }) => {
    const claim = await claimOf(tx, String(payload.claimId))
    if (!claim?.decidedAt) return null
    const { declineReason: reason, nextWorkingAt } = claim
    const confirmed = claim.state !== 'declined'
    return { confirmed, reason, nextWorkingAt: nextWorkingAt && nextWorkingAt > now ? nextWorkingAt : null }
  }),
}
