import { deliveryId as idOf } from '@/lib/delivery'
import type { PlannedDelivery } from './transition-types'

/** The id of a page: planning the same tick twice gives the same row (invariant 5). */
export function deliveryId(escalationId: string, delivery: Omit<PlannedDelivery, 'notBefore'>): string {
  const { membershipId, endpointId, ...key } = delivery
  return idOf({ ...key, subjectId: escalationId, recipientId: membershipId ?? endpointId ?? '' })
}
