import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { clearSessionCookie, endSession, type Session, type SignedIn, setSessionCookie } from '@/lib/identity'
import { preferences } from './knock'
import { landing } from './landing'

const YEAR = 365 * 24 * 60 * 60

/**
 * What every way of signing in ends with: the browser's earlier session ends, the new one's cookie and the person's
 * language are set, and she is led to where she was going. Never returns: it redirects.
 */
export async function finishSignIn(
  signedIn: SignedIn,
  earlier: Session | null,
  slug: string,
  next?: string,
): Promise<never> {
  if (earlier) await endSession(earlier.sessionId, 'replaced')
  await setSessionCookie(signedIn.sessionId)
  if (signedIn.locale) await keepCookie(preferences.locale, signedIn.locale)
  redirect(await landing(signedIn.userId, slug, next))
}

export async function finishSignOut(session: Session | null): Promise<void> {
  if (session) await endSession(session.sessionId)
  await clearSessionCookie()
  ;(await cookies()).delete(preferences.membership)
}

/** A preference for a year: it chooses and never grants. */
export async function keepCookie(name: string, value: string): Promise<void> {
  ;(await cookies()).set(name, value, { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true })
}
