import { asWorker } from '@/lib/tenancy'

export async function warnOfShifts(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx) => {
    await tx.schedule.updateMany({ where: { id }, data: { nextLookAt: null } })
  })
}
