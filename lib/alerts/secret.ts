import { createHash } from 'node:crypto'
import { randomToken } from '@/lib/foundation/ids'

/** A key for another system: 256 random bits behind a prefix that scanners for leaked secrets can look for. */
export function newKey(): string {
  return `wbk_${randomToken()}`
}

/** The secret end of a heartbeat's address. */
export function newHeartbeatToken(): string {
  return randomToken(24)
}

/** What is stored of either: they are random and long, so a plain hash is enough, and it can be looked up. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
