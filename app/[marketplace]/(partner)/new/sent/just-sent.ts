import type { PartnerTicket } from '@/lib/tickets/schema'

/** How long after sending, in milliseconds, the page that says so still belongs to that sending. */
const BELONGS = 10 * 60_000

/**
 * Whether this person wrote on the request a moment ago. The confirmation can be opened again from a bookmark or the
 * browser's history: what she has begun to write since then is not what was sent, and must not be forgotten.
 */
export function justSent({ thread, now }: Pick<PartnerTicket, 'now'> & { thread: readonly Sent[] }): boolean {
  const mine = thread.findLast(({ author }) => author.mine)
  return mine !== undefined && now.getTime() - mine.at.getTime() < BELONGS
}

type Sent = Pick<PartnerTicket['thread'][number], 'at'> & { author: { mine: boolean } }
