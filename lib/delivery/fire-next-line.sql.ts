import type { Tx } from '@/lib/db'
import type { Claimed } from './schema'

type Failed = Pick<Claimed, 'marketplaceId' | 'subjectId' | 'recipientId' | 'epoch' | 'loop' | 'step'>

/**
 * Makes the next message that is planned for the same person at the same place due now, because the one before it could
 * not be delivered: her own rule's next line takes over at once instead of after its delay. Answers whether there was one.
 */
export async function fireNextLine(tx: Tx, now: Date, failed: Failed): Promise<boolean> {
  const { marketplaceId, subjectId, recipientId, epoch, loop, step } = failed
  if (recipientId === null) return false
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update delivery set next_attempt_at = ${now}
     where marketplace_id = ${marketplaceId}::uuid and id = (
       select id from delivery
        where marketplace_id = ${marketplaceId}::uuid and subject_id = ${subjectId}::uuid
          and recipient_id = ${recipientId}::uuid and epoch = ${epoch} and loop = ${loop} and step = ${step}
          and status = 'PENDING' and attempt = 0 and bundle_id is null and next_attempt_at > ${now}
        order by next_attempt_at, id limit 1 for update skip locked)
       and status = 'PENDING'
    returning id`
  return rows.length > 0
}
