import { authorize, type PartnerActor } from '@/lib/authz'
import type { Prisma, Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { partnerOf } from '@/lib/partners'
import { asPartner } from '@/lib/tenancy'
import { olderThan, pageOf, readCursor } from './cursor'
import { readableWhere, seesCompany } from './readable'
import { personsOf, rowFacts } from './row-facts'
import type { CompletedReason, TicketState } from './states'
import { LIST_TABS, type ListTab, type PartnerList, type Scope } from './view-types'

/** Which states each tab holds: whose turn it is, in the partner's eyes. */
const TABS: Record<ListTab, TicketState[]> = {
  needs_you: ['awaiting_partner', 'answered'],
  with_us: ['created', 'in_progress'],
  closed: ['completed'],
}

const PAGE = 50

export type ListQuery = { tab: ListTab; scope?: Scope | undefined; cursor?: string | undefined; locale: Locale }

/** A partner's requests, newest change first, 50 a page; only those that this person may read (decision 9). */
export async function listTickets(actor: PartnerActor, query: ListQuery): Promise<PartnerList> {
  if (!authorize(actor, 'ticket.list')) throw new Error('every partner has a list')
  return asPartner(actor, async (tx) => {
    const { membersSeeAll } = await partnerOf(tx, actor.partnerId)
    const company = seesCompany(actor, membersSeeAll)
    const scope: Scope = company && query.scope !== 'mine' ? 'company' : 'mine'
    const readable = { AND: [readableWhere(actor, membersSeeAll), ...(query.scope === 'mine' ? [own(actor)] : [])] }
    const rows = await tx.ticket.findMany({
      where: { AND: [readable, { state: { in: TABS[query.tab] } }, olderThan(readCursor(query.cursor))] },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: PAGE + 1,
    })
    const { page, nextCursor } = pageOf(rows, PAGE, (row) => row.updatedAt)
    const facts = await rowFacts(tx, actor, page, query.locale)
    const openers = page.map((row) => row.openedById)
    const person = await personsOf(tx, actor, openers)
    return {
      tab: query.tab,
      scope,
      seesCompany: company,
      counts: await countTabs(tx, readable),
      rows: page.map((row) => ({
        ...facts(row),
        openedBy: person(row.openedById),
        completedReason: row.completedReason as CompletedReason | null,
      })),
      nextCursor,
    }
  })
}

/** How many requests wait for this person's company, as far as she reads them: the number beside "Requests". */
export async function countNeedsYou(actor: PartnerActor): Promise<number> {
  return asPartner(actor, async (tx) => {
    const { membersSeeAll } = await partnerOf(tx, actor.partnerId)
    return tx.ticket.count({
      where: { AND: [readableWhere(actor, membersSeeAll), { state: { in: TABS.needs_you } }] },
    })
  })
}

function own(actor: PartnerActor): Prisma.TicketWhereInput {
  return { openedById: actor.membershipId }
}

async function countTabs(tx: Tx, readable: Prisma.TicketWhereInput): Promise<Record<ListTab, number>> {
  const groups = await tx.ticket.groupBy({ by: ['state'], where: readable, _count: { _all: true } })
  const countOf = (tab: ListTab) =>
    groups
      .filter((group) => TABS[tab].includes(group.state as TicketState))
      .reduce((sum, group) => sum + group._count._all, 0)
  return Object.fromEntries(LIST_TABS.map((tab) => [tab, countOf(tab)])) as Record<ListTab, number>
}
