import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import type { ListedTicket } from './list-page.sql'
import type { Row } from './list-types'
import { whoseTurn } from './states'
import { written } from './ticket-number'
import type { Person, TopicLabel } from './view-types'

/** What a list shows of its rows besides what their own tables say; `topics` holds the names of theirs. */
export async function rowFacts(tx: Tx, actor: Actor, topics: ReadonlyMap<string, TopicLabel>) {
  const { prefix } = await marketplaceOf(tx, actor.marketplaceId)
  return (row: ListedTicket): Omit<Row, 'hasFiles'> => ({
    id: row.id,
    number: written(prefix, row.number),
    subject: row.subject,
    state: row.state,
    turn: whoseTurn(row.state),
    topic: topics.get(row.topicId) ?? noTopic(row.topicId),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    dueAt: row.dueAt,
    claim: row.claim,
  })
}

/** In place of a topic whose words are gone: a row without them is better than no row. */
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
