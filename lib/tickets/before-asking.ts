import { authorize, type PartnerActor } from '@/lib/authz'
import { offeredTopicIds } from '@/lib/catalog'
import { marketplaceOf } from '@/lib/marketplace'
import { partnerOf } from '@/lib/partners'
import { promisedMinutes } from '@/lib/sla'
import { asPartner } from '@/lib/tenancy'
import { readableSql } from './readable'
import { similarOpenRows } from './similar-open.sql'
import type { TicketState } from './states'
import { written } from './ticket-number'

/* What helps somebody before she writes a new request. */

export type SimilarTicket = { number: string; subject: string; state: TicketState; updatedAt: Date }

const MOST_SIMILAR = 3
const MOST_RECENT = 5
/** Her newest requests among which the recent topics are looked for. */
const LOOKED_THROUGH = 50

/** The company's open requests on this topic that she may read, newest change first (003-29). */
export async function similarOpen(actor: PartnerActor, topicId: string): Promise<SimilarTicket[]> {
  return asPartner(actor, async (tx) => {
    if (!authorize(actor, 'ticket.open')) return []
    const { membersSeeAll } = await partnerOf(tx, actor.partnerId)
    const readable = readableSql(actor, membersSeeAll)
    const { marketplaceId, partnerId } = actor
    const rows = await similarOpenRows(tx, { partnerId, topicId, readable, most: MOST_SIMILAR })
    const { prefix } = await marketplaceOf(tx, marketplaceId)
    return rows.map(({ number, subject, state, updatedAt }) => ({
      number: written(prefix, number),
      subject,
      state: state as TicketState,
      updatedAt,
    }))
  })
}

/** The topics she wrote on last, newest first, those no longer offered left out. */
export async function recentTopics(actor: PartnerActor): Promise<string[]> {
  return asPartner(actor, async (tx) => {
    if (!authorize(actor, 'ticket.open')) return []
    const rows = await tx.ticket.findMany({
      where: { marketplaceId: actor.marketplaceId, partnerId: actor.partnerId, openedById: actor.membershipId },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      take: LOOKED_THROUGH,
      select: { topicId: true, createdAt: true },
    })
    const offered = new Set(await offeredTopicIds(tx))
    const newestFirst = rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    const topics = [...new Set(newestFirst.map(({ topicId }) => topicId))]
    return topics.filter((id) => offered.has(id)).slice(0, MOST_RECENT)
  })
}

/** Business minutes within which a first answer is promised, by topic (002-10); topics without a promise are left out. */
export async function answerTimes(actor: PartnerActor): Promise<Map<string, number>> {
  return asPartner(actor, async (tx) => {
    if (!authorize(actor, 'ticket.open')) return new Map()
    return promisedMinutes(tx, actor, await offeredTopicIds(tx), 'normal')
  })
}
