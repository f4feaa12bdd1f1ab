import { env } from '@/lib/foundation/env'

type Header = (name: string) => string | null

/**
 * Whether a write that rides on a cookie comes from our own pages. The browser's word is taken from headers that a
 * page cannot set: Sec-Fetch-Site must be `same-origin` where it is sent, Origin must be ours where it is sent, and
 * one of the two must be there. `null` (a sandboxed frame, a redirect across sites) is nobody's and refused.
 */
export function isOwnOrigin(header: Header): boolean {
  const site = header('sec-fetch-site')
  const origin = header('origin')
  if (site !== null && site !== 'same-origin') return false
  if (origin === null) return site === 'same-origin'
  return origin === new URL(env().WAYBILL_URL).origin || isHost(origin, header('host'))
}

/** A page that was reached by another name of this host, such as 127.0.0.1: both headers are the browser's own. */
function isHost(origin: string, host: string | null): boolean {
  if (!host || !URL.canParse(origin)) return false
  const { protocol, host: from } = new URL(origin)
  return /^https?:$/.test(protocol) && from === host.toLowerCase()
}
