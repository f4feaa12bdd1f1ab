import { authorize, type PartnerActor } from '@/lib/authz'
import { promiseFor } from '@/lib/sla'
import { asPartner } from '@/lib/tenancy'

/** "We reply by ...", shown before sending; null when this topic promises nothing. */
export async function promiseBefore(actor: PartnerActor, topicId: string): Promise<Date | null> {
  if (!authorize(actor, 'ticket.open')) return null
  return asPartner(actor, (tx, now) => promiseFor(tx, { ...actor, topicId, priority: 'normal' }, now))
}
