import { hkdfSync } from 'node:crypto'
import { required } from '@/lib/foundation/env'

/**
 * The signing secret of a webhook, as Standard Webhooks writes it ('whsec_...'): derived from NEXTAUTH_SECRET (RFC 5869),
 * never stored. `id`: the endpoint or the contact method, or 'sms' and 'voice' for the gateways. A higher version is
 * another secret; contact methods and gateways stay at 1.
 */
export function webhookSecret(id: string, version: number): string {
  const key = hkdfSync('sha256', required('NEXTAUTH_SECRET'), '', `waybill webhook ${id} ${version}`, 32)
  return `whsec_${Buffer.from(key).toString('base64')}`
}
