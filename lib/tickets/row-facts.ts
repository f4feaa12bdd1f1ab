import { ticketsWithFiles } from '@/lib/attachments'
import type { Actor } from '@/lib/authz'
import { topicNames } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { deadlinesOf } from '@/lib/sla'
import { type TicketState, whoseTurn } from './states'
import { written } from './ticket-number'
import type { ClaimState, Person, TopicLabel } from './view-types'

export type TicketRow = {
  id: string
  marketplaceId: string
  number: number
  subject: string
  state: string
  topicId: string
  createdAt: Date
  updatedAt: Date
}

/** What every list shows of its rows; one question per room, whatever the number of rows. */
export async function rowFacts(tx: Tx, actor: Actor, rows: readonly TicketRow[], locale: Locale) {
  const ids = rows.map((row) => row.id)
  const { prefix } = await marketplaceOf(tx, actor.marketplaceId)
  const topicIds = rows.map((row) => row.topicId)
  const topics = await topicNames(tx, topicIds, locale)
  const deadlines = await deadlinesOf(tx, ids)
  const withFiles = await ticketsWithFiles(tx, ids)
  const claims = await claimStates(tx, ids)
  return (row: TicketRow) => {
    const state = row.state as TicketState
    return {
      id: row.id,
      number: written(prefix, row.number),
      subject: row.subject,
      state,
      turn: whoseTurn(state),
      topic: topics.get(row.topicId) ?? noTopic(row.topicId),
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      dueAt: deadlines.get(row.id) ?? null,
      hasFiles: withFiles.has(row.id),
      claim: claims.get(row.id) ?? null,
    }
  }
}

export function noTopic(id: string): TopicLabel {
  return { id, name: '', categoryName: '', urgent: false }
}

/** People by membership as this reader sees them; somebody she may not see has no name. */
export async function personsOf(
  tx: Tx,
  actor: Actor,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string) => Person> {
  const people = await peopleOf(
    tx,
    ids.filter((id) => typeof id === 'string'),
  )
  return (id) => {
    const person = people.get(id)
    const side = person?.partnerId === null ? 'staff' : 'partner'
    return { id, name: person?.name ?? '', side, mine: id === actor.membershipId }
  }
}

async function claimStates(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, ClaimState>> {
  if (ticketIds.length === 0) return new Map()
  const claims = await tx.claim.findMany({
    where: { ticketId: { in: [...ticketIds] } },
    orderBy: [{ claimedAt: 'asc' }, { id: 'asc' }],
    select: { ticketId: true, state: true },
  })
  return new Map(claims.map(({ ticketId, state }) => [ticketId, state as ClaimState]))
}
