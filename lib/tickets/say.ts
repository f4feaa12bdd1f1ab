import { type AttachRefusal, holdUploads } from '@/lib/attachments'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { tellAnswered, tellAsked } from '@/lib/notifications'
import { watchersOf } from './followers'
import type { Move, MoveRefusal } from './lifecycle'
import { linkFiles } from './link-files'
import type { LockedTicket } from './lock-ticket.sql'
import { insertMessage, languageOf } from './store'
import { type Changed, decide, writeMove } from './write-move'

/* What an agent says to the partner, at once or from the row in which it was held. */

const SAID_KINDS = ['answer', 'ask', 'try_this'] as const
export type SaidKind = (typeof SAID_KINDS)[number]

/** `version`: the one that its author had before her. */
export type Said = { kind: SaidKind; version: number; body: string; attachmentIds: readonly string[] }
export type Author = { marketplaceId: string; membershipId: string; partnerId: null }

/** `changed_meanwhile` carries {version}: what is new now; the page keeps the text and shows it. */
export type SayRefusal = 'changed_meanwhile' | AttachRefusal | MoveRefusal

const how = {
  answer: { act: 'agent.answer', event: 'answered', tell: tellAnswered },
  ask: { act: 'agent.ask', event: 'asked', tell: tellAsked },
  try_this: { act: 'agent.ask', event: 'try_asked', tell: tellAsked },
} as const

/** Whether these words may go out on a locked ticket as it is now. */
export function maySay(
  ticket: LockedTicket,
  { kind, version }: Said,
  at: Date,
): Outcome<Extract<Move, { ok: true }>, 'changed_meanwhile' | MoveRefusal> {
  const moved = decide(ticket, how[kind].act, at)
  if (!moved.ok) return moved
  return version === ticket.version ? ok(moved) : refuse('changed_meanwhile', { version: ticket.version })
}

/**
 * Writes an agent's words on a locked ticket: message, files, move and mail, or nothing at all. Answering takes a ticket
 * that nobody has. `heldId`: they were held under this id, which becomes the message's, so that nothing is said twice.
 */
export async function say(
  tx: Tx,
  ticket: LockedTicket,
  author: Author,
  said: Said,
  { at, heldId = null }: { at: Date; heldId?: string | null },
): Promise<Outcome<Changed & { messageId: string }, SayRefusal>> {
  const may = maySay(ticket, said, at)
  if (!may.ok) return may
  const files = await holdUploads(tx, author, said.attachmentIds, heldId)
  if (!files.ok) return files

  const { marketplaceId, partnerId, id: ticketId } = ticket
  const { kind, body } = said
  const authorId = author.membershipId
  const locale = await languageOf(tx, author)
  const place = { marketplaceId, ticketId, partnerId }
  const id = heldId === null ? {} : { id: heldId }
  const messageId = await insertMessage(tx, { ...place, ...id, authorId, kind, body, locale, at })
  await linkFiles(tx, author, files.value, { ticketId, partnerId, audience: 'partner', messageId }, locale)
  const changed = await writeMove(tx, ticket, at, may.value, {
    kind: how[kind].event,
    authorId,
    audience: 'partner',
    data: { messageId },
    ...(ticket.assigneeId === null ? { assigneeId: authorId } : {}),
  })
  const recipientIds = await watchersOf(tx, ticketId)
  await how[kind].tell(tx, at, { ...place, factId: messageId, messageId, recipientIds })
  return ok({ ...changed, messageId })
}
