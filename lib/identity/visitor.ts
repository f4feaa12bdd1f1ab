import { env } from '@/lib/foundation/env'
import type { Visitor } from './schema'

/**
 * Who knocks, from a request's headers. The address is the one that the outermost of our own proxies has seen, counted
 * from the end of X-Forwarded-For: those before it are what the client claims. Without a proxy there is one entry, the
 * one that our own process wrote (lib/web/own-caller.ts).
 */
export function visitorFrom(header: (name: string) => string | null): Visitor {
  const hops = (header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return {
    ip: (hops.at(-Math.max(1, env().WAYBILL_PROXIES)) || 'unknown').slice(0, 64),
    userAgent: header('user-agent'),
  }
}
