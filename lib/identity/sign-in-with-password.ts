import type { Outcome } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { withoutTenant } from '@/lib/tenancy'
import { doorsOf } from './doors'
import { passwordMatches } from './password'
import type { Visitor } from './schema'
import { openSession, type SignedIn } from './session-store'
import { forgive, throttle } from './throttle'

/**
 * Signs in with an address and a password. An unknown address, a wrong password, a person without a password and one
 * who belongs nowhere any more get the same answer after the same time. The attempt is counted before it is made.
 */
export async function signInWithPassword(
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<Outcome<SignedIn, 'wrong_credentials' | 'too_many_attempts'>> {
  const attempt = { address: email, place: visitor.ip }
  const throttled = await throttle('password', attempt)
  if (throttled) return throttled
  const user = await withoutTenant((tx) => tx.user.findUnique({ where: { email } }))
  const matches = await passwordMatches(user?.passwordHash, password)
  if (!user || !matches || user.disabledAt) return refuse('wrong_credentials')
  const signedIn = await withoutTenant(async (tx, now) => {
    const belongs = user.platformAdmin || (await doorsOf(tx, user.id)).length > 0
    return belongs ? openSession(tx, now, user, visitor) : null
  })
  if (!signedIn) return refuse('wrong_credentials')
  await forgive('password', attempt)
  return ok(signedIn)
}
