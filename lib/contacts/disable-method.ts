import type { Tx } from '@/lib/db'
import type { MethodKey } from './method-for'

/**
 * Switches a method off because its other side said that it will never take anything again (404 or 410 of a push
 * service): no plan names it from now on, and its owner is told on her page and before her next shift. Answers whether it was on.
 */
export async function disableMethod(tx: Tx, now: Date, key: MethodKey & { why: 'gone' }): Promise<boolean> {
  const { recipientId, channel, address, why } = key
  const { count } = await tx.contactMethod.updateMany({
    where: { membershipId: recipientId, channel, address, disabledAt: null },
    data: { disabledAt: now, disabledWhy: why },
  })
  return count > 0
}
