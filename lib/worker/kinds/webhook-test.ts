import { endpointOf } from '@/lib/escalation'
import { peopleOf } from '@/lib/identity'
import { compose } from '@/lib/notifications'
import type { Kind } from './kind'
import { listenerOf, mailTo } from './reader'

/** "Send a test" of a webhook endpoint. */
const test: Kind = {
  async guard(tx, _now, { marketplaceId, payload }) {
    const endpoint = await endpointOf(tx, marketplaceId, String(payload.endpointId))
    return endpoint?.enabled ? null : 'the webhook was switched off'
  },
  async compose(tx, _now, claimed) {
    const endpoint = await endpointOf(tx, claimed.marketplaceId, String(claimed.payload.endpointId))
    if (!endpoint) return { why: 'the webhook is gone' }
    const reader = await listenerOf(tx, claimed, endpoint.name)
    const by = String(claimed.payload.by)
    const composed = compose('webhook.test', reader.locale, {
      marketplace: reader.marketplace.name,
      reader: endpoint.name,
      timeZone: reader.timeZone,
      link: reader.url(`/${reader.marketplace.slug}/oncall/policies`),
      endpoint: endpoint.name,
      by: (await peopleOf(tx, [by])).get(by)?.name ?? '',
    })
    return mailTo(reader, claimed.address, composed, null)
  },
}

export const webhookTestKinds = { 'webhook.test': test }
