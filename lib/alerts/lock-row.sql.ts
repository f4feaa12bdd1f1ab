import type { Tx } from '@/lib/db'

/** Holds an alert to the end of the transaction: a report that comes meanwhile waits, and is considered anew. */
export async function lockAlert(tx: Tx, marketplaceId: string, id: string): Promise<void> {
  await tx.$queryRaw`select id from alert where marketplace_id = ${marketplaceId}::uuid and id = ${id}::uuid for update`
}

/** The same of a heartbeat. */
export async function lockHeartbeat(tx: Tx, marketplaceId: string, id: string): Promise<void> {
  await tx.$queryRaw`select id from heartbeat where marketplace_id = ${marketplaceId}::uuid and id = ${id}::uuid for update`
}
