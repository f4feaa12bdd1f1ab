import { authorize, type PartnerActor } from '@/lib/authz'
import { topicNames } from '@/lib/catalog'
import { asPartner } from '@/lib/tenancy'
import { listedIds, listedTickets } from './list-page.sql'
import { type ListAsked, listWhere } from './list-where'
import { personsOf, rowFacts } from './row-facts'
import type { ListPlace, TicketExport } from './schema'

/** Requests of one file, and of one transaction while it is made. */
const MOST = 100_000
const BATCH = 500

/**
 * Everything a list holds, all pages of it, newest first (003-31): found once, then read batch by batch as the file is
 * fetched, each time only what this person may read at that moment.
 */
export async function* exportTickets(
  actor: PartnerActor,
  query: ListAsked & { tab: ListPlace },
): AsyncGenerator<TicketExport> {
  if (!authorize(actor, 'ticket.list')) throw new Error('every partner has a list')
  const ids = await asPartner(actor, async (tx) => {
    const { where } = await listWhere(tx, actor, query)
    return listedIds(tx, where, query.tab, MOST)
  })
  for (let at = 0; at < ids.length; at += BATCH) yield* await batchOf(actor, query, ids.slice(at, at + BATCH))
}

function batchOf(actor: PartnerActor, { locale, zone }: ListAsked, ids: readonly string[]): Promise<TicketExport[]> {
  return asPartner(actor, async (tx) => {
    const { where } = await listWhere(tx, actor, { locale, zone })
    const rows = await listedTickets(tx, where, ids)
    const topicIds = rows.map((row) => row.topicId)
    const facts = await rowFacts(tx, actor, await topicNames(tx, topicIds, locale))
    const openers = rows.map((row) => row.openedById)
    const person = await personsOf(tx, actor, openers)
    return rows.map((row) => ({
      ...facts(row),
      openedBy: person(row.openedById),
      completedReason: row.completedReason,
      firstAnsweredAt: row.firstAnsweredAt,
      completedAt: row.completedAt,
      stars: row.stars,
      comment: row.comment ?? '',
    }))
  })
}
