import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '@/lib/identity'

/** What a calendar's secret address leads to: everybody's shifts of a schedule, or its owner's alone. */
export type FeedPass = { membershipId: string; scheduleId: string; whole: boolean }

const UUID = 16
const PASS = 2 * UUID + 1
const SEAL = 32
const LENGTH = Math.ceil(((PASS + SEAL) * 4) / 3)

/**
 * The secret of a calendar address: the pass and its seal, in base64url. The seal covers the marketplace and the random
 * nonce of the feed's row, so that a new nonce makes every address given out before void.
 */
export function feedToken(marketplaceId: string, nonce: string, feed: FeedPass): string {
  const pass = bytesOf(feed)
  return Buffer.concat([pass, seal(marketplaceId, nonce, pass)]).toString('base64url')
}

/** What a token says of itself, unproved; null when it has not the shape of one. */
export function readFeedPass(token: string): FeedPass | null {
  const bytes = Buffer.from(token, 'base64url')
  if (token.length !== LENGTH || bytes.length !== PASS + SEAL || (bytes[PASS - 1] ?? 2) > 1) return null
  return { membershipId: uuidAt(bytes, 0), scheduleId: uuidAt(bytes, 1), whole: bytes[PASS - 1] === 1 }
}

/** Whether the token was made here with this nonce, and nothing in it was changed. */
export function isFeedToken(token: string, marketplaceId: string, nonce: string): boolean {
  const bytes = Buffer.from(token, 'base64url')
  const pass = bytes.subarray(0, PASS)
  const expected = seal(marketplaceId, nonce, pass)
  return bytes.length === PASS + SEAL && timingSafeEqual(bytes.subarray(PASS), expected)
}

function seal(marketplaceId: string, nonce: string, pass: Buffer): Buffer {
  return createHmac('sha256', deriveKey('calendar feed')).update(`${marketplaceId} ${nonce} `).update(pass).digest()
}

function bytesOf({ membershipId, scheduleId, whole }: FeedPass): Buffer {
  const ids = [membershipId, scheduleId].map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'))
  return Buffer.concat([...ids, Buffer.from([whole ? 1 : 0])])
}

function uuidAt(bytes: Buffer, place: number): string {
  const hex = bytes.subarray(place * UUID, (place + 1) * UUID).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
