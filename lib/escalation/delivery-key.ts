import { idFrom } from '@/lib/foundation/ids'
import type { PlannedDelivery } from './transition-types'

/** Namespace of delivery ids (RFC 9562, 6.6). Changing it would send again whatever is planned twice across the change. */
const DELIVERY_NAMESPACE = '6f2c1d5e-8a43-5b1f-9c27-0e4d7a91b3c8'

/**
 * The id of a planned copy: uuid v5 of what it is, for whom and where in the run. Planning the same tick twice therefore
 * gives the same row, and "insert if absent" is all it takes never to page twice for one reason.
 */
export function deliveryId(escalationId: string, delivery: Omit<PlannedDelivery, 'notBefore'>): string {
  const { kind, epoch, loop, step, ruleIndex, membershipId, channel, address } = delivery
  return idFrom(DELIVERY_NAMESPACE, [kind, escalationId, epoch, loop, step, ruleIndex, membershipId, channel, address])
}
