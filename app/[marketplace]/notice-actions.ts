'use server'

import { readNotices } from '@/lib/notifications'
import { readNoticesInput } from '@/lib/notifications/schema'
import { defineAction, showAgain } from '@/lib/web'

/** Field: id; without it all of them. */
export const readNoticesAction = defineAction({
  schema: readNoticesInput,
  side: 'either',
  run: async (actor, { id }, { marketplace }) =>
    showAgain(marketplace.slug, await readNotices(actor, { ids: id === undefined ? undefined : [id] })),
})
