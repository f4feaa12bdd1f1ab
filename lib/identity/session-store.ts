import type { Tx } from '@/lib/db'
import { after, DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { withoutTenant } from '@/lib/tenancy'
import { doorsOf, type MembershipKey } from './doors'
import type { Visitor } from './schema'

/** A session ends so long after its sign-in, used or not. */
export const SESSION_MS = 14 * DAY

/** Somebody signed in: the session's row and its person, read on this request. */
export type Session = {
  sessionId: string
  userId: string
  name: string
  email: string
  locale: Locale | null
  /** IANA name. */
  timeZone: string | null
  platformAdmin: boolean
  /** Where she may have something to do; each is read again before it counts. */
  doors: MembershipKey[]
}

/** What a sign-in gives: the row's id is the whole content of the cookie. */
export type SignedIn = { sessionId: string; userId: string; locale: Locale | null }

type Person = { id: string; locale: string | null }

export async function openSession(tx: Tx, now: Date, person: Person, visitor: Visitor): Promise<SignedIn> {
  const id = newId()
  const userAgent = visitor.userAgent?.slice(0, 300) ?? null
  await tx.session.create({
    data: { id, userId: person.id, createdAt: now, expiresAt: after(now, SESSION_MS), userAgent },
  })
  return { sessionId: id, userId: person.id, locale: isLocale(person.locale) ? person.locale : null }
}

type Ending = 'signed_out' | 'password_changed' | 'password_reset' | 'disabled' | 'replaced'

/** Ends a person's sessions from the next request on; `except` keeps the one she sits in. */
export async function revokeSessionsOf(tx: Tx, now: Date, userId: string, why: Ending, except?: string) {
  const others = except ? { id: { not: except } } : {}
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...others },
    data: { revokedAt: now, revokedWhy: why },
  })
}

/** Ends one session: signing out, or signing in anew in the same browser. */
export async function endSession(sessionId: string, why: Ending = 'signed_out'): Promise<void> {
  await withoutTenant((tx, now) =>
    tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: now, revokedWhy: why },
    }),
  )
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The session behind a cookie's id, or null: unknown, ended, revoked, or its person disabled. */
export async function findSession(sessionId: unknown): Promise<Session | null> {
  if (typeof sessionId !== 'string' || !uuid.test(sessionId)) return null
  return withoutTenant(async (tx, now) => {
    const row = await tx.session.findUnique({ where: { id: sessionId }, include: { user: true } })
    if (!row || row.revokedAt || row.expiresAt <= now || row.user.disabledAt) return null
    const { user } = row
    return {
      sessionId,
      userId: user.id,
      name: user.name,
      email: user.email,
      locale: isLocale(user.locale) ? user.locale : null,
      timeZone: user.timeZone,
      platformAdmin: user.platformAdmin,
      doors: await doorsOf(tx, user.id),
    }
  })
}
