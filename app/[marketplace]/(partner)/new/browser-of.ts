import { readUserAgent } from '@/lib/foundation/user-agent'

/** "Firefox 143, Windows" out of a User-Agent header: what support asks first (002-04). Empty when it says nothing. */
export function browserOf(userAgent: string | null): string {
  const { browser, version, system } = readUserAgent(userAgent)
  return [[browser, version].filter(Boolean).join(' '), system].filter(Boolean).join(', ')
}
