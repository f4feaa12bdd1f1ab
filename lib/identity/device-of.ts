import { readUserAgent } from '@/lib/foundation/user-agent'

/** "Firefox, Windows" out of a User-Agent header, as far as it can be told; for recognising a device, nothing else. */
export function deviceOf(userAgent: string | null): string | null {
  const { browser, system } = readUserAgent(userAgent)
  return [browser, system].filter(Boolean).join(', ') || null
}
