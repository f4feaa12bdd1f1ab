import { Readable } from 'node:stream'
import { type Actor, authorize } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { type ByteRange, rangeOf } from './byte-range'
import { openKept } from './files-folder'
import { isId } from './is-id'

/** `bytes` is the whole file's length; `range` the part that `stream` holds, null for all of it. */
export type Download = {
  stream: ReadableStream<Uint8Array>
  bytes: number
  range: ByteRange | null
  fileName: string
  mediaType: string
}

/** Asked for a file that belongs to a ticket: may this actor read that ticket? Handed in by the route; tickets answers. */
export type TicketReadable = (tx: Tx, ticketId: string) => Promise<boolean>

/**
 * Opens a file, or the part of it that a Range header asks for, for somebody who may read it now: row security, then the
 * rule of its audience, then the ticket's own, each time anew. Absent, foreign and not allowed are one answer;
 * `bad_range` carries {bytes}.
 */
export async function openDownload(
  actor: Actor,
  attachmentId: string,
  ticketReadable: TicketReadable,
  range: string | null = null,
): Promise<Outcome<Download, 'not_found' | 'bad_range'>> {
  if (!isId(attachmentId)) return refuse('not_found')
  const file = await asActor(actor, async (tx) => {
    const row = await tx.attachment.findFirst({ where: { id: attachmentId } })
    if (!row) return null
    const { partnerId, uploadedById, ticketId } = row
    const allowed = authorize(actor, 'attachment.download', {
      partnerId,
      uploadedById,
      audience: row.audience as 'uploader' | 'partner' | 'staff',
      ticketReadable: ticketId === null ? null : await ticketReadable(tx, ticketId),
    })
    return allowed ? row : null
  })
  if (!file) return refuse('not_found')
  const bytes = Number(file.bytes)
  const part = rangeOf(range, bytes)
  if (part === 'unsatisfiable') return refuse('bad_range', { bytes })
  const stream = Readable.toWeb(await openKept(file.storageKey, bytes, part)) as ReadableStream<Uint8Array>
  return ok({ stream, bytes, range: part, fileName: file.fileName, mediaType: file.mediaType })
}
