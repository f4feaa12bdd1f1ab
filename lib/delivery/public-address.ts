import ipaddr from 'ipaddr.js'

/** Answers inside the machines of one cloud although its address is public: Azure's own services. */
const METADATA = ['168.63.129.16']
/** The only part of IPv6 that is given out as public addresses (RFC 4291, IANA's registry). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

/**
 * Whether an IP address belongs to the public internet: not this machine, not a private, link-local, shared, reserved or
 * documentation range, and no IPv6 address that carries an IPv4 one. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || METADATA.includes(parsed.toString())) return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST)
}

/** The host of a URL without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

/**
 * Whether the operator lets us go there although it is inside or without https: `allowed` is a comma list of host or
 * host:port, as in WAYBILL_PRIVATE_HOSTS. A host without a port stands for all its ports.
 */
export function isAllowed(url: URL, allowed: string | undefined): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  const names = [hostOf(url), `${url.hostname}:${port}`, `${hostOf(url)}:${port}`].map((name) => name.toLowerCase())
  return (allowed ?? '').split(',').some((entry) => names.includes(entry.trim().toLowerCase()))
}

/** Why we never call an address, told from the address alone; null when it may be tried. */
export type AddressFault = 'not_a_url' | 'not_https' | 'has_password' | 'not_public'

/** For forms: what is wrong with an address that somebody enters, before a name is resolved. */
export function addressFault(text: string, allowed: string | undefined): AddressFault | null {
  if (!URL.canParse(text)) return 'not_a_url'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'not_a_url'
  if (url.username || url.password) return 'has_password'
  if (isAllowed(url, allowed)) return null
  if (url.protocol !== 'https:') return 'not_https'
  const host = hostOf(url).replace(/\.$/, '')
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? null : 'not_public'
  // A name without a dot, or of a zone that only exists inside: nothing on the internet is called so.
  return !host.includes('.') || /\.(localhost|local|internal|intranet|lan|home|arpa)$/i.test(host) ? 'not_public' : null
}
