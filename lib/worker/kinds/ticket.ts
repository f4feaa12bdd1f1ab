import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import type { Claimed } from '@/lib/delivery'
import { defaultLocale } from '@/lib/i18n'
import { peopleOf } from '@/lib/identity'
import { compose, type MailData } from '@/lib/notifications'
import { deadlinesOf } from '@/lib/sla'
import { claimOf, messageText, type TicketFacts, ticketFacts } from '@/lib/tickets'
import type { Kind } from './kind'
import { mailTo, type Reader, readerOf, whyNotReached } from './reader'

type TicketMail = 'ticket.opened' | 'ticket.answered' | 'ticket.asked' | 'ticket.closed' | 'claim.decided'
type Specific<K extends TicketMail> = Omit<
  MailData[K],
  'marketplace' | 'reader' | 'timeZone' | 'link' | 'number' | 'subject'
>
type Gather<K extends TicketMail> = (
  tx: Tx,
  now: Date,
  claimed: Claimed,
  ticket: TicketFacts,
) => Promise<Specific<K> | null>

/** A mail to the partner about its request; what it says beyond number, subject and link is gathered per kind. */
function aboutTicket<K extends TicketMail>(kind: K, gather: Gather<K>): Kind {
  return {
    guard: (tx, _now, claimed) => whyNotReached(tx, claimed),
    async compose(tx, now, claimed) {
      const reader = await readerOf(tx, claimed)
      const ticket = (await ticketFacts(tx, [claimed.subjectId])).get(claimed.subjectId)
      const specific = reader && ticket && (await gather(tx, now, claimed, ticket))
      if (!specific) return { why: 'there is nothing to tell any more' }
      const data = { ...frame(reader, ticket), ...specific } as MailData[K]
      return mailTo(reader, claimed.address, compose(kind, reader.locale, data), `ticket.${ticket.id}`)
    },
  }
}

function frame({ marketplace, person, timeZone, url }: Reader, { number, subject }: TicketFacts) {
  const link = url(`/${marketplace.slug}/requests/${number}`)
  return { marketplace: marketplace.name, reader: person.name, timeZone, link, number, subject }
}

async function fromAgent(tx: Tx, claimed: Claimed): Promise<Specific<'ticket.answered'> | null> {
  const message = await messageText(tx, String(claimed.payload.messageId))
  if (!message) return null
  const author = (await peopleOf(tx, [message.authorId])).get(message.authorId)?.name ?? ''
  return { author, text: message.body, textLocale: message.locale }
}

export const ticketKinds = {
  'ticket.opened': aboutTicket('ticket.opened', async (tx, _now, _claimed, ticket) => {
    const promiseAt = (await deadlinesOf(tx, [ticket.id])).get(ticket.id) ?? null
    const topic = await topicById(tx, ticket.topicId, defaultLocale)
    return { promiseAt, urgent: topic?.urgent ?? false }
  }),
  'ticket.answered': aboutTicket('ticket.answered', (tx, _now, claimed) => fromAgent(tx, claimed)),
  'ticket.asked': aboutTicket('ticket.asked', (tx, _now, claimed) => fromAgent(tx, claimed)),
  'ticket.closed': aboutTicket('ticket.closed', async (_tx, _now, { payload }) => ({
    reason: typeof payload.reason === 'string' ? payload.reason : null,
  })),
  'claim.decided': aboutTicket('claim.decided', async (tx, now, { payload }) => {
    const claim = await claimOf(tx, String(payload.claimId))
    if (!claim?.decidedAt) return null
    const { declineReason: reason, nextWorkingAt } = claim
    const confirmed = claim.state !== 'declined'
    return { confirmed, reason, nextWorkingAt: nextWorkingAt && nextWorkingAt > now ? nextWorkingAt : null }
  }),
}
