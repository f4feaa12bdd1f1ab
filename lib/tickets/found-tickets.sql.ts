import { Prisma, type Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'

/**
 * Ids of the requests that hold all the words asked for, newest first, at most `most`; the reader's side decides which
 * texts are looked through (a partner's never the desk's notes). Read them again under row security before showing.
 */
export async function foundTickets(tx: Tx, asked: string, locale: Locale, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(
    Prisma.sql`select id from search_tickets(${asked}, ${locale}, ${most}::int)`,
  )
  return rows.map(({ id }) => id)
}
