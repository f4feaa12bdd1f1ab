'use server'

import { setMembersSeeAll } from '@/lib/partners'
import { seesSchema } from '@/lib/partners/schema'
import { defineAction, showAgain } from '@/lib/web'

/** Field: sees, `all` or `own`. */
export const seesAllAction = defineAction({
  schema: seesSchema,
  side: 'partner',
  run: async (actor, { sees }, { marketplace }) =>
    showAgain(marketplace.slug, await setMembersSeeAll(actor, { membersSeeAll: sees === 'all' })),
})
