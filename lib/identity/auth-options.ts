import type { AuthOptions, User } from 'next-auth'
import { env, required } from '@/lib/foundation/env'
import { log } from '@/lib/foundation/log'
import { readEmail } from './email-address'
import type { Visitor } from './schema'
import { endSession, findSession, SESSION_MS, type SignedIn } from './session-store'
import { signInWithLink } from './sign-in-with-link'
import { signInWithPassword } from './sign-in-with-password'
import { visitorFrom } from './visitor'

declare module 'next-auth' {
  interface User {
    sid?: string
  }
  interface Session {
    /** The session's row as it is on this request; absent when it no longer counts. */
    waybill?: import('./session-store').Session
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sid?: string
  }
}

export const SESSION_SECONDS = SESSION_MS / 1000

/** Whether browsers reach us by https: then cookies say so too. */
export function overHttps(): boolean {
  return (env().NEXTAUTH_URL ?? env().WAYBILL_URL).startsWith('https://')
}

/**
 * next-auth, held to one job: keeping the id of a session row in an encrypted cookie. Its token carries `sid` and
 * nothing of the person; whether that session still counts is read from the row on every request. The two providers
 * call the same use cases as our own pages. There are no built-in pages.
 */
export function authOptions(): AuthOptions {
  return {
    secret: required('NEXTAUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: overHttps(),
    pages: { signIn: '/', signOut: '/', error: '/', verifyRequest: '/' },
    providers: [
      provider('password', ['email', 'password'], async (visitor, given) => {
        const email = readEmail(given.email ?? '')
        const password = given.password ?? ''
        if (!email || password === '' || password.length > 1000) return null
        return signedIn(await signInWithPassword(visitor, { email, password }))
      }),
      provider('link', ['marketplaceId', 'token'], async (visitor, given) => {
        const { marketplaceId = '', token = '' } = given
        return signedIn(await signInWithLink(visitor, { marketplaceId, token }))
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.sid ?? token.sid }),
      session: async ({ session, token }) => {
        const waybill = await findSession(token.sid)
        if (!waybill) return { expires: session.expires }
        const shown = { expires: session.expires, user: { name: waybill.name, email: waybill.email } }
        // Ours alone: not listed, so that the route that hands the session to browsers leaves it out.
        return Object.defineProperty(shown, 'waybill', { value: waybill, enumerable: false })
      },
      redirect: ({ url }) => (/^\/(?![/\\])/.test(url) ? `${env().WAYBILL_URL}${url}` : env().WAYBILL_URL),
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sid) await endSession(token.sid)
      },
    },
    logger: {
      // A cookie that does not open is anybody's to send: no line of the log for each.
      error: (code, details) =>
        code === 'JWT_SESSION_ERROR'
          ? log.debug({ code }, 'next-auth')
          : log.warn({ code, err: details instanceof Error ? details : undefined }, 'next-auth'),
      warn: (code) => log.debug({ code }, 'next-auth'),
      debug: () => {},
    },
  }
}

type Given = Record<string, string | undefined>

/** A credentials provider, written out: the package's own module exports differently to bundlers and to Node. */
function provider(id: string, fields: string[], authorize: (visitor: Visitor, given: Given) => Promise<User | null>) {
  return {
    id,
    name: id,
    type: 'credentials' as const,
    credentials: Object.fromEntries(fields.map((field) => [field, {}])),
    authorize: (given: Given | undefined, request: { headers?: Record<string, unknown> }) => {
      const texts = Object.entries(given ?? {}).filter(([, value]) => typeof value === 'string')
      return authorize(
        visitorFrom((name) => headerOf(request.headers, name)),
        Object.fromEntries(texts),
      )
    },
  }
}

function headerOf(headers: Record<string, unknown> | undefined, name: string): string | null {
  const value = headers?.[name]
  return typeof value === 'string' ? value : null
}

function signedIn(outcome: { ok: true; value: SignedIn } | { ok: false }): User | null {
  return outcome.ok ? { id: outcome.value.userId, sid: outcome.value.sessionId } : null
}
