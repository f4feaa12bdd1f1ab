import type { Refused } from '@/lib/foundation/outcome'
import { refuse } from '@/lib/foundation/outcome'

export type LinkState = 'good' | 'used' | 'expired'
export type LinkRefusal = 'link_used' | 'link_expired' | 'link_unknown'

/** What has become of a link by `now`. */
export function linkState(row: { usedAt: Date | null; expiresAt: Date }, now: Date): LinkState {
  if (row.usedAt) return 'used'
  return row.expiresAt <= now ? 'expired' : 'good'
}

/** Why a link does not open, or null when it does. */
export function linkRefusal(
  row: { usedAt: Date | null; expiresAt: Date } | null,
  now: Date,
): Refused<LinkRefusal> | null {
  if (!row) return refuse('link_unknown')
  const state = linkState(row, now)
  return state === 'good' ? null : refuse(`link_${state}`)
}
