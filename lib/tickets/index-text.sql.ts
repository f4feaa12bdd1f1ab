import { Prisma, type Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'

export type SearchedText = {
  marketplaceId: string
  ticketId: string
  partnerId: string
  /** partner: both sides find the request by it. staff: the desk alone. */
  audience: 'partner' | 'staff'
  /** The language it was written in: it is also found by the stems of its words. */
  locale: Locale
  text: string
}

/**
 * Adds words by which a request is found, as long as there is room for them. Joins the transaction that wrote them; the
 * ticket's row stands already.
 */
export async function indexText(tx: Tx, searched: SearchedText): Promise<void> {
  const { marketplaceId, ticketId, partnerId, audience, locale, text } = searched
  await tx.$executeRaw(Prisma.sql`
    insert into ticket_search as known (marketplace_id, ticket_id, audience, partner_id, month, document)
    select ${marketplaceId}::uuid, ${ticketId}::uuid, ${audience}, ${partnerId}::uuid,
           extract(year from created_at at time zone 'UTC')::int * 12 + extract(month from created_at at time zone 'UTC')::int,
           search_document(${locale}, ${text})
      from ticket where id = ${ticketId}::uuid
    on conflict (marketplace_id, ticket_id, audience) do update set document = search_joined(known.document, excluded.document)`)
}
