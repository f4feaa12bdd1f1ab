import { addressFault } from '@/lib/delivery'
import { env } from '@/lib/foundation/env'
import { WRITTEN_CHANNELS, type WrittenChannel } from './schema'

/** Where a bare topic lies when the operator names no server. */
const NTFY = 'https://ntfy.sh'

/** What can be added here: text messages and calls only where the operator has a service for them. */
export function offeredChannels(): WrittenChannel[] {
  const { WAYBILL_SMS_URL, WAYBILL_VOICE_URL } = env()
  const away: (WrittenChannel | false)[] = [!WAYBILL_SMS_URL && 'sms', !WAYBILL_VOICE_URL && 'voice']
  return WRITTEN_CHANNELS.filter((channel) => !away.includes(channel))
}

/** The public half of this installation's key for push (RFC 8292); null where browsers cannot be reached. */
export function pushKey(): string | null {
  return env().WAYBILL_VAPID_PUBLIC ?? null
}

/** A bare topic on the default server. */
export function onServer(channel: WrittenChannel, address: string): string {
  if (channel !== 'ntfy' || address.includes('/')) return address
  return `${(env().WAYBILL_NTFY_URL ?? NTFY).replace(/\/+$/, '')}/${address}`
}

/** Whether nothing would ever be sent there: no https, and the operator does not allow the host. */
export function isBarred(channel: WrittenChannel, address: string): boolean {
  return (channel === 'webhook' || channel === 'ntfy') && addressFault(address, env().WAYBILL_PRIVATE_HOSTS) !== null
}
