'use server'

import { openTicketForm } from '@/components/tickets/request-form-schema'
import { openTicket } from '@/lib/tickets'
import { defineAction, keepWritten, leadTo } from '@/lib/web'
import { sentPath } from './sent-path'

/** Fields: submissionKey, topicId, subject, body, condition (urgent topics), attachmentIds. Leads to the confirmation. */
export const openTicketAction = keepWritten(
  defineAction({
    schema: openTicketForm,
    side: 'partner',
    run: async (actor, input, { marketplace }) =>
      leadTo(await openTicket(actor, input), (opened) => sentPath(marketplace.slug, opened)),
  }),
  ['submissionKey', 'subject', 'body', 'condition'],
)
