'use server'

import { ok } from '@/lib/foundation/outcome'
import { endOtherSessions, saveTimeZone } from '@/lib/identity'
import { nothingSchema, timeZoneSchema } from '@/lib/identity/schema'
import { defineAction, showAgain } from '@/lib/web'

/** Field: timeZone, an IANA name, or empty for that of the marketplace. */
export const saveTimeZoneAction = defineAction({
  schema: timeZoneSchema,
  side: 'person',
  run: async (session, { timeZone }, { marketplace }) => {
    await saveTimeZone(session.userId, timeZone || null)
    return showAgain(marketplace.slug, ok(null))
  },
})

/** No fields. */
export const endOtherSessionsAction = defineAction({
  schema: nothingSchema,
  side: 'person',
  run: async (session, _input, { marketplace }) => {
    await endOtherSessions(session)
    return showAgain(marketplace.slug, ok(null))
  },
})
