import { cookies, headers } from 'next/headers'
import { localeCookie, themeCookie } from '@/lib/i18n/which-locale'
import { currentSession, type Session, type Visitor, visitorFrom } from '@/lib/identity'
import { membershipCookie } from './schema'

/** What a doorman knows of a request before he decides: its headers, its cookies of preference, its session. */
export type Knock = {
  header: (name: string) => string | null
  cookie: (name: string) => string | null
  session: Session | null
}

/** The request that is being answered. Only inside a page, an action or a route handler. */
export async function knock(): Promise<Knock> {
  const [head, jar, session] = await Promise.all([headers(), cookies(), currentSession()])
  return { header: (name) => head.get(name), cookie: (name) => jar.get(name)?.value ?? null, session }
}

export function visitorOf({ header }: Knock): Visitor {
  return visitorFrom(header)
}

export const preferences = { locale: localeCookie, theme: themeCookie, membership: membershipCookie } as const
