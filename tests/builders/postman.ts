import { claimDeliveries, deliver } from '@/lib/delivery'
import { newId } from '@/lib/foundation/ids'
import { asWorker } from '@/lib/tenancy'
import { deliveryPorts } from '@/lib/worker/ports'
import type { TestDatabase } from '@/tests/setup/database'

/** Sends all that is due in a marketplace, as the worker does, in this process; answers how many ended how. */
export async function deliverAll(database: TestDatabase, marketplaceId: string): Promise<Record<string, number>> {
  const ports = deliveryPorts()
  const ended: Record<string, number> = {}
  const due = await database.owner.delivery.findMany({
    where: { marketplaceId, status: 'PENDING' },
    orderBy: { createdAt: 'asc' },
  })
  for (const { id } of due) {
    const claimed = await asWorker(marketplaceId, (tx, now) => claimDeliveries(tx, now, newId(), marketplaceId, [id]))
    for (const one of claimed) {
      const status = String(await deliver(one, ports))
      ended[status] = (ended[status] ?? 0) + 1
    }
  }
  return ended
}
