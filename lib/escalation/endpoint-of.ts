import type { Tx } from '@/lib/db'

/** Another system that a policy tells, as its message needs it. */
export type Endpoint = { id: string; name: string; secretVersion: number; enabled: boolean }

/** The webhook endpoint that a delivery names, as it stands now; null when there is none. */
export async function endpointOf(tx: Tx, marketplaceId: string, endpointId: string): Promise<Endpoint | null> {
  const row = await tx.webhookEndpoint.findFirst({ where: { marketplaceId, id: endpointId } })
  return row && { id: row.id, name: row.name, secretVersion: row.secretVersion, enabled: row.disabledAt === null }
}
