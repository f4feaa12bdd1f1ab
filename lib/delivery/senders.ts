import { SEND_LIMIT_MS } from './mail-sender'
import type { Channel, Message, Sender, SendResult } from './schema'

export type Senders = Partial<Record<Channel, Sender>>

/**
 * Sends by the channel's road, within the limit. A channel that has no road fails at once and for good, so that the step
 * it belongs to does not wait for it.
 */
export async function send(senders: Senders, channel: Channel, message: Message): Promise<SendResult> {
  const sender = senders[channel]
  if (!sender) return { outcome: 'failed', detail: `the channel ${channel} is not available` }
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), SEND_LIMIT_MS)
  try {
    return await sender(message, limit.signal)
  } finally {
    clearTimeout(timer)
  }
}
