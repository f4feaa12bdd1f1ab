import type { Visitor } from './schema'

/**
 * Who knocks, from a request's headers. The address is the one that the nearest proxy, or Next itself, has seen: the
 * last of X-Forwarded-For, because those before it are what the client claims.
 */
export function visitorFrom(header: (name: string) => string | null): Visitor {
  const hops = (header('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim())
  return { ip: (hops.at(-1) || 'unknown').slice(0, 64), userAgent: header('user-agent') }
}
