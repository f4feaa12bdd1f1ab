'use server'

import { archivePromise, archivePromiseInput, promiseInput, savePromise } from '@/lib/sla'
import { defineAction, leadTo } from '@/lib/web'

/** Fields: policyId (left out for a new one), topicId, priority, tier, calendarId, and times as '8:00'. */
export const savePromiseAction = defineAction({
  schema: promiseInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) =>
    leadTo(await savePromise(actor, input), () => `/${marketplace.slug}/admin/promises?done=saved`),
})

/** Field: policyId. */
export const archivePromiseAction = defineAction({
  schema: archivePromiseInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) =>
    leadTo(await archivePromise(actor, input), () => `/${marketplace.slug}/admin/promises?done=archived`),
})
