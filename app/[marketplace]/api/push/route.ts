import { movePush } from '@/lib/contacts'
import { movedPushInput } from '@/lib/contacts/schema'
import { defineRoute } from '@/lib/web'

export const runtime = 'nodejs'

/** What a browser's service worker says when its push service gave it a new address: {old, endpoint, p256dh, auth}. */
export const POST = defineRoute({
  side: 'either',
  schema: movedPushInput,
  run: (actor, input) => movePush(actor, input),
})
