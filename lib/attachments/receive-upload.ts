import type { FileHandle } from 'node:fs/promises'
import { type Actor, authorize } from '@/lib/authz'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { settingsOf } from '@/lib/marketplace'
import { asActor } from '@/lib/tenancy'
import { discard, keep, keyOf, openPart } from './files-folder'
import { fitsItsName } from './fits-its-name'
import { type Received, readForm, type UploadRequest } from './read-form'
import { ACCEPTED, type FileView, type UploadRefusal, WAITING_MESSAGES } from './schema'
import { waitingBytes } from './store'

/**
 * Takes one file of a multipart request: streamed to disk, counted, hashed, its first bytes compared with its name;
 * synced and renamed before a row tells of it (003-11, 003-13). Until a ticket links it only its sender sees it.
 * A refused or broken upload leaves neither file nor row; a crash leaves at most a file that the sweep removes.
 */
export async function receiveUpload(actor: Actor, request: UploadRequest): Promise<Outcome<FileView, UploadRefusal>> {
  if (!authorize(actor, 'attachment.upload')) return refuse('no_file')
  const { limit, full, now } = await asActor(actor, async (tx, at) => {
    const settings = await settingsOf(tx, actor.marketplaceId)
    const most = Number(settings.messageBytes) * WAITING_MESSAGES
    return { limit: Number(settings.fileBytes), full: (await waitingBytes(tx, actor)) >= most, now: at }
  })
  if (full) return refuse('too_many_waiting')
  const id = newId()
  const key = keyOf(actor.marketplaceId, id, now)
  let part: FileHandle | undefined
  const openFile = async () => {
    part = await openPart(key)
    return part
  }
  let kept = false
  try {
    const received = await readForm(request, limit, openFile)
    if (!received.ok) return received
    const { extension, head, hasNul } = received.value
    if (!part || !(await fitsItsName(extension, head, hasNul))) return refuse('content_mismatch')
    await keep(key, part)
    await insertRow(actor, id, key, received.value, now)
    kept = true
    const { name, bytes } = received.value
    return ok({ id, name, bytes, mediaType: mediaTypeOf(extension) })
  } finally {
    if (!kept) {
      await part?.close().catch(() => {}) // already closed when it failed after renaming
      await discard(key)
    }
  }
}

function mediaTypeOf(extension: string): string {
  return ACCEPTED[extension]?.mediaType ?? 'application/octet-stream'
}

async function insertRow(actor: Actor, id: string, storageKey: string, file: Received, now: Date): Promise<void> {
  await asActor(actor, (tx) =>
    tx.attachment.createMany({
      data: {
        marketplaceId: actor.marketplaceId,
        id,
        partnerId: actor.partnerId,
        uploadedById: actor.membershipId,
        fileName: file.name,
        mediaType: mediaTypeOf(file.extension),
        bytes: BigInt(file.bytes),
        sha256: file.sha256,
        storageKey,
        createdAt: now,
      },
    }),
  )
}
