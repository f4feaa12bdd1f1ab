import type { Actor } from '@/lib/authz'
import { asActor } from '@/lib/tenancy'
import { isId } from './is-id'
import type { FileView } from './schema'

/** Of these uploads, those that still wait for this person's message: what a draft can bring back. In the order asked. */
export async function waitingUploads(actor: Actor, named: readonly string[]): Promise<FileView[]> {
  // A draft holds whatever a browser put there.
  const ids = named.filter(isId)
  if (ids.length === 0) return []
  const mine = { uploadedById: actor.membershipId, audience: 'uploader', ticketId: null }
  const rows = await asActor(actor, (tx) => tx.attachment.findMany({ where: { ...mine, id: { in: [...ids] } } }))
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    return row ? [{ id, name: row.fileName, mediaType: row.mediaType, bytes: Number(row.bytes) }] : []
  })
}
