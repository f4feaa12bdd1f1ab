import type { Channel } from './schema'

/**
 * An address as others may read it beside a message's fate. A push subscription, a webhook or a topic is a secret of whoever
 * owns it, so only its host is told; of a number its last digits.
 */
export function shownAddress(channel: Channel, address: string): string {
  if (channel === 'mail') return address
  if (channel === 'sms' || channel === 'voice') return `… ${address.slice(-3)}`
  return URL.canParse(address) ? new URL(address).host : channel
}
