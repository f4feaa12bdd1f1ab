import { asWorker } from '@/lib/tenancy'

export async function considerAlert(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx, now) => {
    await tx.alert.updateMany({ where: { id }, data: { consideredAt: now } })
  })
}

export async function considerHeartbeat(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx) => {
    await tx.heartbeat.updateMany({ where: { id }, data: { nextAt: null } })
  })
}
