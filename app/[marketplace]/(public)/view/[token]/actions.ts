'use server'

import { viewLinkInput } from '@/lib/notifications/schema'
import { defineAction, renewViewLink } from '@/lib/web'

/** Field: token, of a link that has expired. Answers the same whoever asks. */
export const renewViewLinkAction = defineAction({
  schema: viewLinkInput,
  side: 'anyone',
  run: (_caller, { token }, { marketplace, visitor }) => renewViewLink(visitor, marketplace, token),
})
