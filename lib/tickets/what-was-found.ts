import type { Tx } from '@/lib/db'
import type { ListedTicket } from './list-page.sql'
import type { PartnerRow } from './list-types'
import { excerptOf, holdsAll, marked, searchedWords } from './what-matched'

/** Messages looked through for one page of results; a request with more than its share shows no excerpt. */
const MOST_MESSAGES = 500

/** For each row of a search: its subject with what was met, and where else it was met when the subject is not all. */
export async function whatWasFound(
  tx: Tx,
  rows: readonly ListedTicket[],
  files: ReadonlyMap<string, readonly string[]>,
  search: string,
): Promise<Map<string, PartnerRow['found']>> {
  const words = searchedWords(search)
  if (words.length === 0) return new Map()
  const further = rows.filter(({ subject }) => !holdsAll(subject, words))
  const texts = await textsOf(tx, further, files)
  return new Map(
    rows.map(({ id, subject }) => [
      id,
      { subject: marked(subject, words), excerpt: excerptOf(texts.get(id) ?? [], words) },
    ]),
  )
}

/** What was said, filled in and sent with each, newest message first; as far as this side may see it. */
async function textsOf(
  tx: Tx,
  rows: readonly ListedTicket[],
  files: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, string[]>> {
  const ids = rows.map(({ id }) => id)
  const texts = new Map<string, string[]>(rows.map(({ id, fields }) => [id, writtenIn(fields)]))
  if (ids.length === 0) return texts
  const messages = await tx.ticketMessage.findMany({
    where: { ticketId: { in: ids } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_MESSAGES,
    select: { ticketId: true, body: true },
  })
  for (const { ticketId, body } of messages) texts.get(ticketId)?.push(body)
  for (const id of ids) texts.get(id)?.push(...(files.get(id) ?? []))
  return texts
}

function writtenIn(fields: unknown): string[] {
  if (typeof fields !== 'object' || fields === null) return []
  return Object.values(fields)
    .flat()
    .filter((value) => typeof value === 'string')
}
