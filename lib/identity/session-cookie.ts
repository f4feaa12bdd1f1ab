import { required } from '@/lib/foundation/env'
import { overHttps, SESSION_SECONDS } from './auth-options'

/** next-auth's own name for its cookie, so that it reads what we wrote and we what it wrote. */
export function sessionCookieName(): string {
  return `${overHttps() ? '__Secure-' : ''}next-auth.session-token`
}

/** What the cookie holds: the row's id, encrypted. */
export async function sealSession(sessionId: string): Promise<string> {
  const { encode } = await import('next-auth/jwt')
  return encode({ token: { sid: sessionId }, secret: required('NEXTAUTH_SECRET'), maxAge: SESSION_SECONDS })
}

/** Gives the browser its session: in a server action or a route handler. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const { cookies } = await import('next/headers')
  const value = await sealSession(sessionId)
  const cookie = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: overHttps(), maxAge: SESSION_SECONDS }
  ;(await cookies()).set(sessionCookieName(), value, cookie)
}

/** Takes the cookie away; the row must be ended as well, because a copy of the cookie may exist. */
export async function clearSessionCookie(): Promise<void> {
  const { cookies } = await import('next/headers')
  const cookie = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: overHttps(), maxAge: 0 }
  ;(await cookies()).set(sessionCookieName(), '', cookie)
}
