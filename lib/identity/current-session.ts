import { cache } from 'react'
import { authOptions } from './auth-options'
import type { Session } from './session-store'

/** The session of this request, or null; read once per request, the row decides. */
export const currentSession: () => Promise<Session | null> = cache(async () => {
  // Loaded on first use: the worker has this room too and neither Next nor requests.
  const { getServerSession } = await import('next-auth')
  const session = await getServerSession(authOptions())
  return session?.waybill ?? null
})
