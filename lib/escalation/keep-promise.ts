import { asWorker } from '@/lib/tenancy'

export async function keepPromise(marketplaceId: string, _ticketId: string): Promise<void> {
  await asWorker(marketplaceId, async () => {})
}
