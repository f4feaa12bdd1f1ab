import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { settingsOf } from '@/lib/marketplace'
import { lockUploads } from './lock-uploads.sql'
import { MOST_FILES } from './schema'

export type AttachRefusal = 'attachment_unknown' | 'message_too_large'

/**
 * Takes hold of the files that a message will carry, before anything is written. Each must be this person's own upload
 * that belongs to nothing yet: someone else's, a foreign or a spent one is unknown. `message_too_large` carries {limit}
 * in bytes (003-13). After ok, `linkAttachments` in the same transaction cannot fail. `waitsFor`: the held answer that
 * they were set aside for.
 */
export async function holdUploads(
  tx: Tx,
  actor: Pick<Actor, 'marketplaceId' | 'membershipId'>,
  ids: readonly string[],
  waitsFor: string | null = null,
): Promise<Outcome<readonly string[], AttachRefusal>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return ok(wanted)
  if (wanted.length > MOST_FILES) return refuse('attachment_unknown')
  const files = await lockUploads(tx, actor.membershipId, wanted, waitsFor)
  if (files.length !== wanted.length) return refuse('attachment_unknown')
  const limit = Number((await settingsOf(tx, actor.marketplaceId)).messageBytes)
  const total = files.reduce((sum, file) => sum + Number(file.bytes), 0)
  return total > limit ? refuse('message_too_large', { limit }) : ok(wanted)
}

/**
 * Sets held files aside for an answer that will be sent later: nothing else may carry them and no sweep takes them, until
 * it is sent (`linkAttachments`) or `releaseUploads`.
 */
export async function setAside(tx: Tx, ids: readonly string[], waitsFor: string): Promise<void> {
  if (ids.length === 0) return
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: [...ids] }, waitsFor: null },
    data: { waitsFor },
  })
  if (count !== ids.length) throw new Error('files were set aside without being held')
}

/** The answer is not to be sent after all: its files are its author's own again. */
export async function releaseUploads(tx: Tx, waitsFor: string): Promise<void> {
  await tx.attachment.updateMany({ where: { waitsFor }, data: { waitsFor: null } })
}

/** How many bytes this person has sent that no message carries yet. */
export async function waitingBytes(tx: Tx, actor: Actor): Promise<number> {
  const { _sum } = await tx.attachment.aggregate({
    where: { uploadedById: actor.membershipId, audience: 'uploader' },
    _sum: { bytes: true },
  })
  return Number(_sum.bytes ?? 0)
}

/** Where held files go, and who may read them there: `audience` is stamped for good. */
export type LinkTarget = {
  ticketId: string
  partnerId: string
  audience: 'partner' | 'staff'
  messageId?: string
  noteId?: string
}

/** Ties held files to a message or note. @throws when one was not held: the message would promise what it lacks */
export async function linkAttachments(
  tx: Tx,
  actor: Pick<Actor, 'membershipId'>,
  ids: readonly string[],
  { ticketId, partnerId, audience, messageId, noteId }: LinkTarget,
): Promise<void> {
  if (ids.length === 0) return
  const { count } = await tx.attachment.updateMany({
    where: { id: { in: [...ids] }, uploadedById: actor.membershipId, audience: 'uploader', ticketId: null },
    data: { ticketId, partnerId, audience, messageId: messageId ?? null, noteId: noteId ?? null, waitsFor: null },
  })
  if (count !== ids.length) throw new Error('files were linked without being held')
}
