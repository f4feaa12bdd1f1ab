import { withoutTenant } from '@/lib/tenancy'
import { linkState } from './link-state'
import { findLink, type LinkAsked } from './token-store'

export type CheckedLink =
  | { state: 'good'; email: string; name: string; needsPassword: boolean; expiresAt: Date }
  | { state: 'used' | 'expired' | 'unknown' }

/**
 * What a link's page shows. Changes nothing: mail scanners open links too, so only the button on the page acts.
 * A link of another marketplace or for another purpose is as unknown as one that never was.
 */
export function checkLink(asked: LinkAsked): Promise<CheckedLink> {
  return withoutTenant(async (tx, now) => {
    const row = await findLink(tx, asked)
    if (!row) return { state: 'unknown' }
    const state = linkState(row, now)
    if (state !== 'good') return { state }
    const { email, name, passwordHash } = row.user
    return { state, email, name, needsPassword: passwordHash === null, expiresAt: row.expiresAt }
  })
}
