import type { Tx } from '@/lib/db'

/** Waits for a run and holds it to the end of the transaction: whoever commands it next sees what was decided here. */
export async function lockRun(tx: Tx, escalationId: string): Promise<void> {
  await tx.$queryRaw`select id from escalation where id = ${escalationId}::uuid for update`
}
