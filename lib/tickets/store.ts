import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { partnerOf } from '@/lib/partners'
import { indexText } from './index-text.sql'
import type { Verdict } from './partner-input'
import { written } from './ticket-number'
import type { MessageKind } from './view-types'

/** Writes what was said, findable from now on, and answers its id; the caller holds the ticket's lock or has just made it. */
export async function insertMessage(
  tx: Tx,
  message: {
    marketplaceId: string
    ticketId: string
    partnerId: string
    authorId: string
    kind: MessageKind
    body: string
    locale: Locale
    /** The partner's word on a fix that we asked to try. */
    verdict?: Verdict | undefined
    at: Date
    /** Left out: a new one. An answer that was held has had its id since then. */
    id?: string
  },
): Promise<string> {
  const { at, verdict, id = newId(), ...rest } = message
  await tx.ticketMessage.createMany({ data: { ...rest, id, verdict: verdict ?? null, createdAt: at } })
  const { marketplaceId, ticketId, partnerId, locale, body } = message
  await indexText(tx, { marketplaceId, ticketId, partnerId, audience: 'partner', locale, text: body })
  return id
}

/** The language somebody writes in: their own, else their company's, else the marketplace's. */
export async function languageOf(
  tx: Tx,
  who: { marketplaceId: string; membershipId: string; partnerId: string | null },
): Promise<Locale> {
  const own = (await peopleOf(tx, [who.membershipId])).get(who.membershipId)?.locale
  if (isLocale(own)) return own
  if (who.partnerId !== null) return (await partnerOf(tx, who.partnerId)).locale
  return (await marketplaceOf(tx, who.marketplaceId)).defaultLocale
}

/** A ticket's number as people quote it. */
export async function quoted(tx: Tx, ticket: { marketplaceId: string; number: number }): Promise<string> {
  return written((await marketplaceOf(tx, ticket.marketplaceId)).prefix, ticket.number)
}
