import { createHash, createHmac } from 'node:crypto'
import { deriveKey } from './derive-key'
import type { LinkPurpose } from './schema'

type LinkRow = { id: string; purpose: string }

/**
 * The secret part of a link: an HMAC of its row's id and purpose, 43 characters of base64url. Whoever composes the
 * mail makes it again from the row; the table holds only its hash, so reading the table opens nothing.
 */
export function linkToken({ id, purpose }: LinkRow): string {
  return createHmac('sha256', deriveKey('sign-in link')).update(`${purpose}:${id}`).digest('base64url')
}

export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

const folders: Record<LinkPurpose, string> = { magic_link: 'link', invitation: 'invitation', password_reset: 'reset' }

/** The path of a link; the mail puts WAYBILL_URL before it. */
export function linkPath(slug: string, row: { id: string; purpose: LinkPurpose }): string {
  return `/${slug}/${folders[row.purpose]}/${linkToken(row)}`
}
