import { createHmac } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { after, HOUR, MINUTE } from '@/lib/foundation/clock'
import type { Refused } from '@/lib/foundation/outcome'
import { refuse } from '@/lib/foundation/outcome'
import { withoutTenant } from '@/lib/tenancy'
import { deriveKey } from './derive-key'
import { addPoints, forgetPoints, readPoints, type ThrottleRow } from './throttle.sql'

/** The library's counter on our table, in our transactions and by the database's clock. It makes no table itself. */
class Counter extends RateLimiterPostgres {
  constructor(name: string, points: number, windowMs: number) {
    const ours = { tableName: 'throttle', tableCreated: true, clearExpiredByTimeout: false, storeType: 'client' }
    super({ ...ours, storeClient: {}, keyPrefix: name, points, duration: windowMs / 1000 })
  }
  _upsert(key: string, points: number, windowMs: number, anew = false): Promise<ThrottleRow> {
    return addPoints(key, points, windowMs, anew)
  }
  _get(key: string): Promise<ThrottleRow | null> {
    return readPoints(key)
  }
  _delete(key: string): Promise<boolean> {
    return forgetPoints(key)
  }
  _getRateLimiterRes(_key: string, changed: number, row: ThrottleRow): RateLimiterRes {
    return new RateLimiterRes(Math.max(this.points - row.points, 0), row.msLeft, row.points, row.points === changed)
  }
}

/**
 * How often something may be tried. `pair` counts one address from one place and is strict; `address` and `place` are
 * wide. Each window ends by itself after minutes, counting from its first attempt: no attacker can keep one shut, and
 * what is shut for a password is not shut for a link in a mail.
 */
const limits = {
  password: {
    pair: new Counter('password_pair', 8, 10 * MINUTE),
    address: new Counter('password_address', 60, 10 * MINUTE),
    place: new Counter('password_place', 120, 10 * MINUTE),
  },
  link: {
    pair: new Counter('link_pair', 5, 15 * MINUTE),
    address: new Counter('link_address', 12, 15 * MINUTE),
    place: new Counter('link_place', 60, 15 * MINUTE),
  },
  /** Other systems that report alerts and heartbeats: one key from one place, one key, one place. */
  machine: {
    pair: new Counter('machine_pair', 600, MINUTE),
    address: new Counter('machine_address', 600, MINUTE),
    place: new Counter('machine_place', 1200, MINUTE),
  },
  /** Codes to an address that somebody says is hers, and tests of her own phone; `place` is the person. */
  code: {
    pair: new Counter('code_pair', 5, 15 * MINUTE),
    address: new Counter('code_address', 8, HOUR),
    place: new Counter('code_place', 15, HOUR),
  },
  phone: {
    pair: new Counter('phone_pair', 12, 10 * MINUTE),
    address: new Counter('phone_address', 12, 10 * MINUTE),
    place: new Counter('phone_place', 12, 10 * MINUTE),
  },
  invite: {
    pair: new Counter('invite_pair', 5, HOUR),
    address: new Counter('invite_address', 10, HOUR),
    place: new Counter('invite_place', 100, HOUR),
  },
}

export type Throttled = Refused<'too_many_attempts'>
export type Attempt = { address: string; place: string }

/**
 * Counts one attempt before it is made. Answers the refusal, with the time from which it may be tried again
 * (`until`, and `minutes` rounded up), or null when it may go on. Knows nothing of whether the address exists.
 */
export async function throttle(kind: keyof typeof limits, attempt: Attempt): Promise<Throttled | null> {
  const { pair, address, place } = limits[kind]
  const keys = keysOf(attempt)
  for (const [counter, key] of [
    [place, keys.place],
    [pair, keys.pair],
    [address, keys.address],
  ] as const) {
    const refused = await counter.consume(key).then(() => null, asRefusal)
    if (refused) return refused
  }
  return null
}

/** An attempt that succeeded counts for nothing. */
export async function forgive(kind: keyof typeof limits, attempt: Attempt): Promise<void> {
  const { pair, address, place } = limits[kind]
  const keys = keysOf(attempt)
  await pair.delete(keys.pair)
  await address.reward(keys.address)
  await place.reward(keys.place)
}

async function asRefusal(reason: unknown): Promise<Throttled> {
  if (!(reason instanceof RateLimiterRes)) throw reason
  const now = await withoutTenant(async (_tx, at) => at)
  const minutes = Math.max(1, Math.ceil(reason.msBeforeNext / MINUTE))
  return refuse('too_many_attempts', { until: after(now, reason.msBeforeNext), minutes })
}

/** Hashed, so that the table tells nobody who tried. */
function keysOf({ address, place }: Attempt) {
  const hashed = (text: string) => createHmac('sha256', deriveKey('throttle')).update(text).digest('base64url')
  return { pair: hashed(`${address} ${place}`), address: hashed(address), place: hashed(place) }
}
