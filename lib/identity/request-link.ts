import { setTimeout as sleep } from 'node:timers/promises'
import { stopwatch } from '@/lib/foundation/clock'
import type { Outcome } from '@/lib/foundation/outcome'
import { ok } from '@/lib/foundation/outcome'
import { withoutTenant } from '@/lib/tenancy'
import { doorsOf, throughDoor } from './doors'
import type { Visitor } from './schema'
import { throttle } from './throttle'
import { type Announce, issueLink } from './token-store'

/** Longer than making a link takes, so that a known address answers no later than an unknown one. Milliseconds. */
const QUIET_MS = 250

export type LinkRequest = { marketplaceId: string; email: string }

/** Mails a link that signs in once, within 20 minutes. The answer is the same whether the address is known or not. */
export function requestMagicLink(visitor: Visitor, wanted: LinkRequest, announce: Announce, quietMs = QUIET_MS) {
  return requestLink('magic_link', visitor, wanted, announce, quietMs)
}

/** Mails a link that sets a new password, within an hour. The answer is the same for unknown addresses. */
export function requestPasswordReset(visitor: Visitor, wanted: LinkRequest, announce: Announce, quietMs = QUIET_MS) {
  return requestLink('password_reset', visitor, wanted, announce, quietMs)
}

async function requestLink(
  kind: 'magic_link' | 'password_reset',
  visitor: Visitor,
  wanted: LinkRequest,
  announce: Announce,
  quietMs: number,
): Promise<Outcome<null, 'too_many_attempts'>> {
  const throttled = await throttle('link', { address: wanted.email, place: visitor.ip })
  if (throttled) return throttled
  const begun = stopwatch()
  await sendLink(kind, wanted, announce)
  await sleep(Math.max(0, quietMs - (stopwatch() - begun)))
  return ok(null)
}

async function sendLink(kind: 'magic_link' | 'password_reset', wanted: LinkRequest, announce: Announce) {
  const found = await withoutTenant(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: wanted.email } })
    if (!user || user.disabledAt) return null
    const doors = await doorsOf(tx, user.id)
    return { user, doors: doors.filter((door) => door.marketplaceId === wanted.marketplaceId) }
  })
  for (const door of found?.doors ?? []) {
    const sent = await throughDoor(found?.user.id ?? '', door, async (tx, now) => {
      const where = { marketplaceId_id: { marketplaceId: door.marketplaceId, id: door.membershipId } }
      const membership = await tx.membership.findUnique({ where })
      if (!found || !membership?.joinedAt || membership.disabledAt) return false
      await issueLink(tx, now, kind, found.user, door, announce)
      return true
    })
    if (sent) return
  }
}
