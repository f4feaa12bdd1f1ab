import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { required } from '@/lib/foundation/env'

const MAC_BYTES = 18

/**
 * The secret of an acknowledge link: the delivery's id and an HMAC of it, 46 characters of base64url. Nothing is stored,
 * and a message that is sent twice carries the same link.
 */
export function ackToken(deliveryId: string): string {
  const id = Buffer.from(deliveryId.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, mac(id)]).toString('base64url')
}

/** The delivery's id, or null when the token was not made here. */
export function readAckToken(token: string): string | null {
  if (!/^[\w-]{46}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  const id = bytes.subarray(0, 16)
  const given = bytes.subarray(16)
  if (given.length !== MAC_BYTES || !timingSafeEqual(given, mac(id))) return null
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A key of its own for this one use (RFC 5869), so that no other HMAC of ours ever opens an acknowledge link. */
function mac(id: Buffer): Buffer {
  const key = Buffer.from(hkdfSync('sha256', required('NEXTAUTH_SECRET'), '', 'waybill acknowledge link', 32))
  return createHmac('sha256', key).update(id).digest().subarray(0, MAC_BYTES)
}
