import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '@/lib/identity'

/** Who may look at which request, and until when. */
export type ViewPass = { ticketId: string; partnerId: string; membershipId: string; expiresAt: Date }

const UUID = 16
const PASS = 3 * UUID + 4
const SEAL = 32

/**
 * The secret of a read-only link in a mail: the pass itself and its seal, in base64url. The seal covers the marketplace
 * too, so a link of one never opens anything at another. Nothing is stored: the membership and the request are read
 * again each time. Times are kept in whole seconds.
 */
export function viewToken(marketplaceId: string, { ticketId, partnerId, membershipId, expiresAt }: ViewPass): string {
  const pass = Buffer.alloc(PASS)
  for (const [place, id] of [ticketId, partnerId, membershipId].entries()) bytesOf(id).copy(pass, place * UUID)
  pass.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 3 * UUID)
  return Buffer.concat([pass, seal(marketplaceId, pass)]).toString('base64url')
}

/** The pass in a link of this marketplace, expired or not; null for anything made up, changed, or of another one. */
export function readViewToken(marketplaceId: string, token: string): ViewPass | null {
  if (!/^[\w-]{112}$/.test(token)) return null
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== PASS + SEAL) return null
  const pass = bytes.subarray(0, PASS)
  if (!timingSafeEqual(bytes.subarray(PASS), seal(marketplaceId, pass))) return null
  const id = (place: number) => uuidOf(pass.subarray(place * UUID, (place + 1) * UUID))
  const expiresAt = new Date(pass.readUInt32BE(3 * UUID) * 1000)
  return { ticketId: id(0), partnerId: id(1), membershipId: id(2), expiresAt }
}

/** The path of a read-only link; the mail puts WAYBILL_URL before it. */
export function viewPath(marketplace: { id: string; slug: string }, pass: ViewPass): string {
  return `/${marketplace.slug}/view/${viewToken(marketplace.id, pass)}`
}

function seal(marketplaceId: string, pass: Buffer): Buffer {
  return createHmac('sha256', deriveKey('view link')).update(bytesOf(marketplaceId)).update(pass).digest()
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex')
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
