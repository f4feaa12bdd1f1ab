import { Prisma, type Tx } from '@/lib/db'

export type Upload = { id: string; bytes: bigint }

/**
 * Locks the files that this person uploaded and that belong to nothing yet, in one order for everybody. A file that
 * two messages want at once waits here for the first, and is then no longer free. Someone else's file is not found, nor
 * one that is set aside for another answer than `waitsFor` (null: for none).
 */
export async function lockUploads(
  tx: Tx,
  membershipId: string,
  ids: readonly string[],
  waitsFor: string | null,
): Promise<Upload[]> {
  return tx.$queryRaw<Upload[]>(Prisma.sql`
    select id, bytes from attachment
    where id = any (${[...ids]}::uuid[]) and uploaded_by_id = ${membershipId}::uuid
      and audience = 'uploader' and ticket_id is null and waits_for is not distinct from ${waitsFor}::uuid
    order by id for update`)
}
