import { asWorker } from '@/lib/tenancy'

export { contactsToCall } from './contacts-to-call'
export { isPaused, pausedNow } from './paused'
export * from './schema'

export async function endPause(marketplaceId: string, id: string): Promise<void> {
  await asWorker(marketplaceId, async (tx) => {
    await tx.integrationPause.updateMany({ where: { id }, data: { nextAt: null } })
  })
}
