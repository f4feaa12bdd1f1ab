'use server'

import { ok } from '@/lib/foundation/outcome'
import { endOtherSessions, saveTimeZone } from '@/lib/identity'
import { nothingSchema, timeZoneSchema } from '@/lib/identity/schema'
import { saveMailMode } from '@/lib/notifications'
import { mailModeInput } from '@/lib/notifications/schema'
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

/** Field: mode. For the company, or the staff, that the form names. */
export const saveMailModeAction = defineAction({
  schema: mailModeInput,
  side: 'either',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await saveMailMode(actor, input)),
})
