import type { Actor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { discard } from './files-folder'
import { isId } from './is-id'

/**
 * Takes back an upload that no message carries yet: its row, then its bytes. Only whoever sent it; a file that was sent
 * with a message stays.
 */
export async function withdrawUpload(actor: Actor, attachmentId: string): Promise<Outcome<null, 'not_found'>> {
  if (!isId(attachmentId)) return refuse('not_found')
  const key = await asActor(actor, async (tx) => {
    const mine = {
      id: attachmentId,
      uploadedById: actor.membershipId,
      audience: 'uploader',
      ticketId: null,
      waitsFor: null,
    }
    const row = await tx.attachment.findFirst({ where: mine, select: { storageKey: true } })
    if (!row) return null
    // A message that takes hold of the file at this moment keeps it, and then nothing is deleted here.
    const { count } = await tx.attachment.deleteMany({ where: mine })
    return count === 1 ? row.storageKey : null
  })
  if (key === null) return refuse('not_found')
  await discard(key)
  return ok(null)
}
