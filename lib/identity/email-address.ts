const LONGEST = 254 // RFC 5321, 4.5.3.1.3
const LONGEST_LOCAL = 64 // RFC 5321, 4.5.3.1.1
const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** Control, format and other characters that take no ink, and spaces: none belongs into an address. */
const unseen = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u

/**
 * The one form of an address that is stored and compared: NFKC, lower case, an international domain in its
 * `xn--` form (RFC 5890). Null when it is odd: several at signs or one that only looks like it, characters that
 * cannot be seen, a local part beyond ASCII, a domain without a dot.
 */
export function readEmail(written: string): string | null {
  const trimmed = written.trim()
  if (trimmed.length > LONGEST || unseen.test(trimmed)) return null
  const normal = trimmed.normalize('NFKC').toLowerCase()
  // A full-width at sign becomes an ordinary one by NFKC: then the counts differ.
  if (count(trimmed) !== 1 || count(normal) !== 1 || unseen.test(normal)) return null
  const [name = '', domain = ''] = normal.split('@')
  const host = asciiDomain(domain)
  if (!host || !local.test(name) || name.length > LONGEST_LOCAL) return null
  const address = `${name}@${host}`
  return address.length <= LONGEST ? address : null
}

function count(text: string): number {
  return text.split('@').length - 1
}

function asciiDomain(domain: string): string | null {
  if (/[\s/?#:\\[\]%@]/.test(domain)) return null
  if (!URL.canParse(`http://${domain}`)) return null
  const host = new URL(`http://${domain}`).hostname
  const labels = host.split('.')
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return null
  // A last label of digits alone would be an IP address.
  return /^\d+$/.test(labels.at(-1) ?? '') ? null : host
}
