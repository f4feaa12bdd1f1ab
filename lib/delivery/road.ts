import { env } from '@/lib/foundation/env'
import { ntfyPlace } from './ntfy-sender'
import type { Channel } from './schema'

/**
 * The other side that a message has to pass: the host it is handed to. One that hangs must not hold up what goes
 * elsewhere, so whoever sends keeps few of a kind under way (`mail`: our own mail server).
 */
export function roadOf({ channel, address }: { channel: Channel; address: string }): string {
  if (channel === 'mail') return 'mail'
  const { WAYBILL_SMS_URL, WAYBILL_VOICE_URL, WAYBILL_NTFY_URL } = env()
  const gateways: Partial<Record<Channel, string>> = { sms: WAYBILL_SMS_URL, voice: WAYBILL_VOICE_URL }
  const url = channel === 'ntfy' ? ntfyPlace(address, WAYBILL_NTFY_URL)?.server : (gateways[channel] ?? address)
  return url && URL.canParse(url) ? new URL(url).host : channel
}
