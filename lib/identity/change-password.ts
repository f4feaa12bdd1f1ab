import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { withoutTenant } from '@/lib/tenancy'
import { hashPassword, passwordMatches } from './password'
import { linkPurposes, type Visitor } from './schema'
import { revokeSessionsOf, type Session } from './session-store'
import { forgive, throttle } from './throttle'
import { voidLinks } from './token-store'

/** Changes a person's own password; all her other sessions and open links end with the next request. */
export async function changePassword(
  session: Session,
  visitor: Visitor,
  { current, password }: { current: string; password: string },
): Promise<Outcome<null, 'wrong_password' | 'too_many_attempts'>> {
  const attempt = { address: session.email, place: visitor.ip }
  const throttled = await throttle('password', attempt)
  if (throttled) return throttled
  const user = await withoutTenant((tx) => tx.user.findUniqueOrThrow({ where: { id: session.userId } }))
  if (!(await passwordMatches(user.passwordHash, current))) return refuse('wrong_password')
  const passwordHash = await hashPassword(password)
  await withoutTenant(async (tx, now) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } })
    await revokeSessionsOf(tx, now, user.id, 'password_changed', session.sessionId)
    for (const purpose of linkPurposes) await voidLinks(tx, now, { userId: user.id, purpose })
  })
  await forgive('password', attempt)
  return ok(null)
}
