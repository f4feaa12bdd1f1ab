import { releaseUploads } from '@/lib/attachments'
import type { Tx } from '@/lib/db'
import { type LockedTicket, lockTicket } from './lock-ticket.sql'
import type { Said, SaidKind } from './say'

/* Answers in the seconds in which their author may still take them back. The row is the truth: it outlives a browser
 * that closes and a worker that is killed, and whoever sends, takes back or refuses it holds the ticket's lock. */

export type Held = {
  id: string
  ticketId: string
  authorId: string
  said: Said
  /** Null once it was refused: its text waits for its author. */
  sendAt: Date | null
}

async function heldById(tx: Tx, heldId: string): Promise<Held | null> {
  const row = await tx.heldAnswer.findFirst({ where: { id: heldId } })
  return row && heldOf(row)
}

/** The answer that is on its way on this ticket; at most one is. */
export async function heldUnderWay(tx: Tx, ticketId: string): Promise<Held | null> {
  const row = await tx.heldAnswer.findFirst({ where: { ticketId, sendAt: { not: null } } })
  return row && heldOf(row)
}

/** The ticket, locked, and the held answer as it is now that nobody else can change it; null when there is none (any more). */
export async function lockHeld(tx: Tx, heldId: string): Promise<{ held: Held; ticket: LockedTicket } | null> {
  const before = await heldById(tx, heldId)
  const ticket = before && (await lockTicket(tx, before.ticketId))
  const held = ticket && (await heldById(tx, heldId))
  return held ? { held, ticket } : null
}

/** It was sent, or is its author's again. */
export async function removeHeld(tx: Tx, heldId: string): Promise<void> {
  await releaseUploads(tx, heldId)
  await tx.heldAnswer.deleteMany({ where: { id: heldId } })
}

function heldOf(row: {
  id: string
  ticketId: string
  authorId: string
  kind: string
  body: string
  version: number
  attachmentIds: unknown
  sendAt: Date | null
}): Held {
  const { id, ticketId, authorId, kind, body, version, attachmentIds, sendAt } = row
  const files = Array.isArray(attachmentIds) ? attachmentIds.map(String) : []
  return { id, ticketId, authorId, said: { kind: kind as SaidKind, body, version, attachmentIds: files }, sendAt }
}
