import { withoutTenant } from '@/lib/tenancy'
import { deviceOf } from './device-of'
import type { OpenSession } from './schema'
import { revokeSessionsOf, type Session } from './session-store'

/** Where a person is signed in now, this device first, then the newest. */
export async function mySessions(session: Session): Promise<OpenSession[]> {
  return withoutTenant(async (tx, now) => {
    const rows = await tx.session.findMany({
      where: { userId: session.userId, revokedAt: null, expiresAt: { gt: now } },
      orderBy: { createdAt: 'desc' },
    })
    const shown = rows.map(({ id, createdAt, userAgent }) => ({
      id,
      since: createdAt,
      device: deviceOf(userAgent),
      here: id === session.sessionId,
    }))
    return [...shown.filter(({ here }) => here), ...shown.filter(({ here }) => !here)]
  })
}

/** Ends a person's sessions everywhere but here: a phone that was lost, a computer that was not her own. */
export async function endOtherSessions(session: Session): Promise<void> {
  await withoutTenant((tx, now) => revokeSessionsOf(tx, now, session.userId, 'signed_out', session.sessionId))
}
