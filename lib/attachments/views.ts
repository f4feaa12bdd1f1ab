import type { Tx } from '@/lib/db'
import type { FileView } from './schema'

export type LinkedFile = FileView & { messageId: string | null; noteId: string | null }

/** A ticket's files that this side may see, in the order they came; row security keeps those of notes from partners. */
export async function filesOfTicket(tx: Tx, ticketId: string): Promise<LinkedFile[]> {
  const rows = await tx.attachment.findMany({ where: { ticketId }, orderBy: { id: 'asc' } })
  return rows.map(({ id, fileName, mediaType, bytes, messageId, noteId }) => ({
    id,
    name: fileName,
    mediaType,
    bytes: Number(bytes),
    messageId,
    noteId,
  }))
}

/** Which of these tickets have a file this side may see: the paperclip of a list (003-18). */
export async function ticketsWithFiles(tx: Tx, ticketIds: readonly string[]): Promise<Set<string>> {
  if (ticketIds.length === 0) return new Set()
  const rows = await tx.attachment.findMany({
    where: { ticketId: { in: [...ticketIds] } },
    distinct: ['ticketId'],
    select: { ticketId: true },
  })
  return new Set(rows.flatMap(({ ticketId }) => ticketId ?? []))
}

/** The names of these tickets' files that this side may see: the paperclip of a list (003-18), and what a search met. */
export async function fileNamesOf(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, string[]>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await tx.attachment.findMany({
    where: { ticketId: { in: [...ticketIds] } },
    orderBy: { id: 'asc' },
    select: { ticketId: true, fileName: true },
  })
  const names = new Map<string, string[]>()
  for (const { ticketId, fileName } of rows) {
    if (ticketId !== null) names.set(ticketId, [...(names.get(ticketId) ?? []), fileName])
  }
  return names
}
