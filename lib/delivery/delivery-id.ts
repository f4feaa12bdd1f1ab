import { idFrom } from '@/lib/foundation/ids'

/** Namespace of delivery ids (RFC 9562, 6.6). Changing it would send again whatever is planned twice across the change. */
const DELIVERY_NAMESPACE = '6f2c1d5e-8a43-5b1f-9c27-0e4d7a91b3c8'

export type DeliveryKey = {
  kind: string
  /** The escalation, or the fact (a message, a token) that the copy tells of. */
  subjectId: string
  epoch: number
  loop: number
  step: number
  ruleIndex: number
  recipientId: string
  channel: string
  address: string
}

/**
 * The id of a planned copy: uuid v5 of what it is, for whom and where in the run. Planning the same thing twice
 * therefore gives the same row, and "insert if absent" is all it takes never to send twice for one reason.
 */
export function deliveryId(key: DeliveryKey): string {
  const { kind, subjectId, epoch, loop, step, ruleIndex, recipientId, channel, address } = key
  return idFrom(DELIVERY_NAMESPACE, [kind, subjectId, epoch, loop, step, ruleIndex, recipientId, channel, address])
}
