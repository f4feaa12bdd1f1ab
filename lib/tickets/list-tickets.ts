import { fileNamesOf } from '@/lib/attachments'
import { authorize, type PartnerActor } from '@/lib/authz'
import { topicNames } from '@/lib/catalog'
import { cutPage, readCursor } from '@/lib/foundation/cursor'
import { formatsFor } from '@/lib/i18n'
import type { Locale } from '@/lib/i18n/locales'
import { partnerOf } from '@/lib/partners'
import { asPartner } from '@/lib/tenancy'
import { countTabs, countWaiting, listPage, topicsAsked } from './list-page.sql'
import { type ListAsked, listWhere } from './list-where'
import { readableSql } from './readable'
import { personsOf, rowFacts } from './row-facts'
import type { ListPlace, PartnerList, TopicLabel } from './schema'
import { whatWasFound } from './what-was-found'

const PAGE = 50

export type ListQuery = ListAsked & { tab: ListPlace; cursor?: string | undefined }

/**
 * A partner's requests, newest change first, 50 a page: by whose turn it is, filtered and searched (003-31, 004-11);
 * only those that this person may read (decision 9).
 */
export async function listTickets(actor: PartnerActor, query: ListQuery): Promise<PartnerList> {
  if (!authorize(actor, 'ticket.list')) throw new Error('every partner has a list')
  return asPartner(actor, async (tx) => {
    const asked = await listWhere(tx, actor, query)
    const { where, search } = asked
    const found = await listPage(tx, where, { place: query.tab, cursor: readCursor(query.cursor), most: PAGE + 1 })
    const { page, nextCursor } = cutPage(found, PAGE, (row) => row.updatedAt)
    const choices = await topicsAsked(tx, where.readable)
    const shown = [...choices, ...page.map((row) => row.topicId), ...(query.topicId ? [query.topicId] : [])]
    const topics = await topicNames(tx, shown, query.locale)
    const facts = await rowFacts(tx, actor, topics)
    const files = await fileNamesOf(tx, idsOf(page))
    const matches = await whatWasFound(tx, page, files, search)
    const openers = page.map((row) => row.openedById)
    const person = await personsOf(tx, actor, openers)
    return {
      tab: query.tab,
      scope: asked.scope,
      seesCompany: asked.company,
      counts: await countTabs(tx, where),
      rows: page.map((row) => ({
        ...facts(row),
        openedBy: person(row.openedById),
        completedReason: row.completedReason,
        hasFiles: files.has(row.id),
        unread: row.unread,
        lastWords: row.lastWords,
        stars: row.stars,
        found: matches.get(row.id) ?? null,
      })),
      nextCursor,
      filtered: asked.filtered,
      tooMany: asked.tooMany,
      topics: inOrder(topics, query.locale),
    }
  })
}

/** How many requests wait for this person's company, as far as she reads them: the number beside "Requests". */
export async function countNeedsYou(actor: PartnerActor): Promise<number> {
  return asPartner(actor, async (tx) => {
    const { membersSeeAll } = await partnerOf(tx, actor.partnerId)
    return countWaiting(tx, readableSql(actor, membersSeeAll))
  })
}

/** As her language sorts them: what a filter by topic offers. */
function inOrder(topics: ReadonlyMap<string, TopicLabel>, locale: Locale): TopicLabel[] {
  const { compare } = formatsFor(locale, 'UTC')
  return [...topics.values()].sort((a, b) => compare(a.categoryName, b.categoryName) || compare(a.name, b.name))
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id)
}
