import { authorize, type PartnerActor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { asPartner } from '@/lib/tenancy'
import { colleaguesFor } from './followers'
import { possibleActs } from './lifecycle'
import { findByNumber, followUpsOf, messageView, pageOf, type Ticket } from './page-view'
import { moveFacts } from './rating'
import { ruleFacts } from './readable'
import type { MessageView, PartnerTicket } from './view-types'

/** A request as the company's people read it: no notes, no lines of history that are the staff's (003-19). */
export async function ticketForPartner(
  actor: PartnerActor,
  number: string,
  locale: Locale,
): Promise<PartnerTicket | null> {
  return asPartner(actor, async (tx, now) => {
    const found = await findByNumber(tx, actor, number)
    if (!found) return null
    const { ticket } = found
    const facts = await ruleFacts(tx, ticket)
    if (!authorize(actor, 'ticket.read', facts)) return null
    const colleagues = await colleaguesFor(tx, ticket)
    const { page, person, files } = await pageOf(tx, actor, found, locale, now, colleagues)
    const can = possibleActs(page.state, await moveFacts(tx, ticket, now))
    const thread = found.messages.map((message) => messageView(message, person, files))
    const cancel = can.includes('partner.cancel') && authorize(actor, 'ticket.cancel', facts)
    return {
      side: 'partner',
      ...page,
      followUps: await followUpsOf(tx, found, async (one) => authorize(actor, 'ticket.read', await ruleFacts(tx, one))),
      thread,
      unreadSince: await unreadSince(tx, actor, ticket),
      canTry: page.state === 'awaiting_partner' && lastOfOurs(thread) === 'try_this',
      colleagues: colleagues.map(person),
      allowed: {
        reply: can.includes('partner.message') && authorize(actor, 'ticket.write', facts),
        cancel: cancel && page.state !== 'answered',
        solve: cancel && page.state === 'answered',
        rate: can.includes('partner.rate') && authorize(actor, 'ticket.rate', facts),
        follow: authorize(actor, 'ticket.write', facts),
        followUp: page.state === 'completed' && authorize(actor, 'ticket.open'),
      },
    }
  })
}

async function unreadSince(
  tx: Tx,
  actor: PartnerActor,
  { id, partnerNewsAt, createdAt }: Ticket,
): Promise<Date | null> {
  if (partnerNewsAt === null) return null
  const { membershipId } = actor
  const read = await tx.ticketRead.findFirst({ where: { ticketId: id, membershipId } })
  if (!read) return createdAt
  return read.readAt < partnerNewsAt ? read.readAt : null
}

function lastOfOurs(thread: readonly MessageView[]): MessageView['kind'] | undefined {
  return thread.findLast(({ kind }) => kind === 'answer' || kind === 'ask' || kind === 'try_this')?.kind
}
