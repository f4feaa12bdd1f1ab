import { receiveAlerts } from '@/lib/alerts'
import { bearerOf, defineMachineRoute, jsonOf } from '@/lib/web'

export const runtime = 'nodejs'
export const dynamic = 'force-dynamic'

/**
 * What a monitoring system found: JSON of the key's kind (ours, Alertmanager's, Grafana's), with `Authorization: Bearer
 * KEY`. 202 {findings} once it is written; 401, 422 or 429 with {why}. Sending the same again is harmless.
 */
export const POST = defineMachineRoute(async ({ marketplace, place, request }) =>
  receiveAlerts({ marketplaceId: marketplace.id, secret: bearerOf(request), place, body: await jsonOf(request) }),
)
