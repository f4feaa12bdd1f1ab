import { authorize, type PartnerActor } from '@/lib/authz'
import { topicById } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { after, MINUTE } from '@/lib/foundation/clock'
import { defaultLocale } from '@/lib/i18n/locales'
import { settingsOf } from '@/lib/marketplace'
import { asPartner } from '@/lib/tenancy'
import { ruleFacts } from './readable'
import { quoted } from './store'

/**
 * The request to go on with instead, until `until`. `ticketId` and `subject` are null when this person may not read it;
 * `open`: it takes what she wants to add (she reads it, and it is not completed).
 */
export type Cooldown = { ticketId: string | null; number: string; subject: string | null; open: boolean; until: Date }

/**
 * Whether the company wrote on this topic within the marketplace's cooldown, by the request it wrote last; null when it
 * may write (003-15). However that one ended, cancelled too, it holds; the last instant is free again.
 */
export async function runningCooldown(
  tx: Tx,
  actor: PartnerActor,
  topicId: string,
  now: Date,
): Promise<Cooldown | null> {
  const { marketplaceId, partnerId } = actor
  const { cooldownMinutes } = await settingsOf(tx, marketplaceId)
  if (cooldownMinutes === 0) return null
  const begin = after(now, -cooldownMinutes * MINUTE)
  const ticket = await tx.ticket.findFirst({
    where: { marketplaceId, partnerId, topicId, createdAt: { gt: begin } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  if (!ticket) return null
  const readable = authorize(actor, 'ticket.read', await ruleFacts(tx, ticket))
  return {
    ticketId: readable ? ticket.id : null,
    number: await quoted(tx, ticket),
    subject: readable ? ticket.subject : null,
    open: readable && ticket.state !== 'completed',
    until: after(ticket.createdAt, cooldownMinutes * MINUTE),
  }
}

/** The same for the page, before anything is written. Urgent topics are exempt. */
export async function cooldownOf(actor: PartnerActor, topicId: string): Promise<Cooldown | null> {
  return asPartner(actor, async (tx, now) => {
    if (!authorize(actor, 'ticket.open')) return null
    const topic = await topicById(tx, topicId, defaultLocale)
    return !topic || topic.urgent ? null : runningCooldown(tx, actor, topicId, now)
  })
}
