import { Prisma, type Tx } from '@/lib/db'

export type Upload = { id: string; bytes: bigint }

/**
 * Locks the files that this person uploaded and that belong to nothing yet, in one order for everybody. A file that
 * two messages want at once waits here for the first, and is then no longer free. Someone else's file is not found.
 */
export async function lockUploads(tx: Tx, membershipId: string, ids: readonly string[]): Promise<Upload[]> {
  return tx.$queryRaw<Upload[]>(Prisma.sql`
    select id, bytes from attachment
    where id = any (${[...ids]}::uuid[]) and uploaded_by_id = ${membershipId}::uuid
      and audience = 'uploader' and ticket_id is null
    order by id for update`)
}
