import { type DeliveryPorts, mailSender, type Senders } from '@/lib/delivery'
import { stepFailed } from '@/lib/escalation'
import { kindOf } from './kinds'

/** What deliveries need and may not know themselves: senders, words, guards, and the engine's ear for failures. */
export function deliveryPorts(measured: (senders: Senders) => Senders = (senders) => senders): DeliveryPorts {
  return {
    senders: measured({ mail: mailSender() }),
    async prepare(tx, now, claimed) {
      const kind = kindOf(claimed.kind)
      if (!kind) return { send: false, why: `nobody knows the kind ${claimed.kind}` }
      const message = await kind.compose(tx, now, claimed)
      if ('why' in message) return { send: false, why: message.why }
      const why = await kind.guard(tx, now, claimed)
      return why === null ? { send: true, message } : { send: false, why }
    },
    async afterFailure(tx, now, { subjectKind, subjectId, epoch, loop, step }) {
      if (subjectKind === 'escalation') await stepFailed(tx, now, subjectId, { epoch, loop, step })
    },
  }
}
