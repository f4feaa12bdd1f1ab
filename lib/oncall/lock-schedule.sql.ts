import type { Tx } from '@/lib/db'

/** Waits for a schedule and holds it to the end of the transaction: two edits are done one after the other. */
export async function lockSchedule(tx: Tx, scheduleId: string): Promise<void> {
  await tx.$queryRaw`select id from schedule where id = ${scheduleId}::uuid for update`
}
