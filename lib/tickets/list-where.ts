import type { PartnerActor } from '@/lib/authz'
import { Prisma, type Tx } from '@/lib/db'
import { cleanLine, searchable } from '@/lib/foundation/clean-text'
import type { Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { partnerOf } from '@/lib/partners'
import { dayEnd, dayStart } from './day-bounds'
import { foundTickets } from './found-tickets.sql'
import type { ListWhere } from './list-page.sql'
import { type ListFilters, LONGEST_SEARCH, MOST_FOUND, type Scope } from './list-types'
import { readableSql, seesCompany } from './readable'
import { readNumber } from './ticket-number'

export type ListAsked = ListFilters & {
  scope?: Scope | undefined
  locale: Locale
  /** IANA zone in which the days of the filters are meant; UTC when left out. */
  zone?: string | undefined
}

export type AskedFor = {
  where: ListWhere
  company: boolean
  scope: Scope
  /** Whether a search or a filter is at work. */
  filtered: boolean
  /** The search met more than it looks at. */
  tooMany: boolean
  /** What was searched for, as it is looked at; '' for nothing. */
  search: string
}

/** What somebody asks of a list, as a condition: what she may read, whose, and the filters (003-31, decision 9). */
export async function listWhere(tx: Tx, actor: PartnerActor, asked: ListAsked): Promise<AskedFor> {
  const { membersSeeAll } = await partnerOf(tx, actor.partnerId)
  const company = seesCompany(actor, membersSeeAll)
  const search = cleanLine((asked.search ?? '').slice(0, LONGEST_SEARCH))
  const met = search === '' ? null : await searched(tx, actor, { search, locale: asked.locale, company })
  const conditions = [met?.condition, ...filtersOf(asked)].filter((one) => one !== undefined)
  const own = asked.scope === 'mine' ? [Prisma.sql`t.opened_by_id = ${actor.membershipId}::uuid`] : []
  return {
    where: {
      membershipId: actor.membershipId,
      readable: readableSql(actor, membersSeeAll),
      asked: Prisma.join([Prisma.sql`true`, ...own, ...conditions], ' and '),
    },
    company,
    scope: company && asked.scope !== 'mine' ? 'company' : 'mine',
    filtered: conditions.length > 0,
    tooMany: met?.tooMany ?? false,
    search,
  }
}

function filtersOf({ from, to, status, topicId, zone = 'UTC' }: ListAsked): Prisma.Sql[] {
  const since = dayStart(from, zone)
  const until = dayEnd(to, zone)
  return [
    ...(since ? [Prisma.sql`t.created_at >= ${since.toISOString()}::timestamptz`] : []),
    ...(until ? [Prisma.sql`t.created_at < ${until.toISOString()}::timestamptz`] : []),
    ...(status ? [Prisma.sql`t.state = ${status}`] : []),
    ...(topicId ? [Prisma.sql`t.topic_id = ${topicId}::uuid`] : []),
  ]
}

/** Requests of a company among which those are looked for that somebody may read who does not read all. */
const MOST_AMONG = 10_000

/** Its words, or its number: "NV-2041", "nv 2041" and "2041" all find that request. */
async function searched(
  tx: Tx,
  actor: PartnerActor,
  { search, locale, company }: { search: string; locale: Locale; company: boolean },
) {
  const { prefix } = await marketplaceOf(tx, actor.marketplaceId)
  // The company's are found, and hers among them shown: colleagues' requests must not crowd hers out.
  const most = company ? MOST_FOUND : MOST_AMONG
  const ids = await foundTickets(tx, search, locale, most + 1)
  const number = numberAsked(prefix, search)
  const byNumber = number === null ? Prisma.empty : Prisma.sql`or t.number = ${number}`
  return {
    condition: Prisma.sql`(t.id = any(${ids.slice(0, most)}::uuid[]) ${byNumber})`,
    tooMany: ids.length > most,
  }
}

/** The counter meant by a search, with or without the marketplace's letters; null for anything else. */
function numberAsked(prefix: string, search: string): number | null {
  // Normalising has made "No" of the sign №.
  const plain = searchable(search)
    .replace(/^(?:#|no\.?)\s*(?=\d|[a-z])/, '')
    .replace(/^([a-z]+)[\s-]*(?=\d)/, '$1-')
  return readNumber(prefix, plain) ?? readNumber(prefix, `${prefix}-${plain}`)
}
