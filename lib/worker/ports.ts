import { disableMethod, methodFor } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import {
  type Claimed,
  type DeliveryPorts,
  fireNextLine,
  gatewaySender,
  mailSender,
  ntfySender,
  pushSender,
  type Senders,
  type Way,
  webhookSender,
} from '@/lib/delivery'
import { endpointOf, stepFailed } from '@/lib/escalation'
import { env } from '@/lib/foundation/env'
import { peopleOf } from '@/lib/identity'
import { kindOf } from './kinds'
import { prepareBundle } from './kinds/bundle'

/** What deliveries need and may not know themselves: senders, words, guards, and the engine's ear for failures. */
export function deliveryPorts(measured: (senders: Senders) => Senders = (all) => all): DeliveryPorts {
  return {
    senders: measured(senders()),
    async prepare(tx, now, claimed) {
      const kind = kindOf(claimed.kind)
      if (!kind) return { send: false, why: `nobody knows the kind ${claimed.kind}` }
      const way = await wayOf(tx, claimed)
      if (way && 'why' in way) return { send: false, why: way.why, failed: true }
      const message = await kind.compose(tx, now, claimed)
      if ('why' in message) return { send: false, why: message.why }
      const why = await kind.guard(tx, now, claimed)
      return why === null ? { send: true, message, way } : { send: false, why }
    },
    async prepareBundle(tx, now, claimed) {
      const way = claimed[0] ? await wayOf(tx, claimed[0]) : null
      if (way && 'why' in way) return { unwanted: new Map(), message: null, failed: way.why }
      return { ...(await prepareBundle(tx, now, claimed)), way }
    },
    async afterFailure(tx, now, claimed, end) {
      const { subjectKind, subjectId, recipientId, channel, address, epoch, loop, step } = claimed
      if ('gone' in end && end.gone && recipientId)
        await disableMethod(tx, now, { recipientId, channel, address, why: 'gone' })
      if (subjectKind !== 'escalation') return
      if (!(await fireNextLine(tx, now, claimed))) await stepFailed(tx, now, subjectId, { epoch, loop, step })
    },
  }
}

function senders(): Senders {
  const { WAYBILL_VAPID_PUBLIC, WAYBILL_SMS_URL, WAYBILL_VOICE_URL } = env()
  return {
    mail: mailSender(),
    webhook: webhookSender(),
    ntfy: ntfySender(),
    ...(WAYBILL_VAPID_PUBLIC && { push: pushSender() }),
    ...(WAYBILL_SMS_URL && { sms: gatewaySender('sms', WAYBILL_SMS_URL) }),
    ...(WAYBILL_VOICE_URL && { voice: gatewaySender('voice', WAYBILL_VOICE_URL) }),
  }
}

/**
 * What the channel needs beside the address, as it stands now. Mail needs nothing, but a page by mail goes only to a method
 * that its reader still has, or to the address of her account: it carries the link that takes a run.
 */
async function wayOf(tx: Tx, claimed: Claimed): Promise<Way | null | { why: string }> {
  const { marketplaceId, subjectKind, recipientId, channel, address, payload } = claimed
  if (channel === 'mail' && (subjectKind !== 'escalation' || recipientId === null)) return null
  if (recipientId === null) {
    const endpoint = await endpointOf(tx, marketplaceId, String(payload.endpointId))
    return endpoint
      ? { id: endpoint.id, secretVersion: endpoint.secretVersion, config: {} }
      : { why: 'no such webhook' }
  }
  if (channel === 'mail' && (await peopleOf(tx, [recipientId])).get(recipientId)?.email === address) return null
  const method = await methodFor(tx, { recipientId, channel, address })
  if (!method) return { why: 'the reader has removed this method' }
  if (method.disabledAt) return { why: 'this method is switched off' }
  return channel === 'mail' ? null : { id: method.id, secretVersion: 1, config: { ...method.config } }
}
