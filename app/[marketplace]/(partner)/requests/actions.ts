'use server'

import { replyForm } from '@/components/tickets/request-form-schema'
import { cancelTicket, replyToTicket } from '@/lib/tickets'
import { cancelInput } from '@/lib/tickets/schema'
import { defineAction, keepWritten, showAgain } from '@/lib/web'

/** Fields: submissionKey, ticketId, body, attachmentIds (repeated, may be absent). */
export const replyAction = keepWritten(
  defineAction({
    schema: replyForm,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await replyToTicket(actor, input)),
  }),
  ['submissionKey', 'body'],
)

/** Field: ticketId. Once we have answered the same act says that it is solved. */
export const cancelAction = keepWritten(
  defineAction({
    schema: cancelInput,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await cancelTicket(actor, input)),
  }),
  [],
)
