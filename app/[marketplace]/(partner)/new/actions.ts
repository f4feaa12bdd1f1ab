'use server'

import { openTicketForm } from '@/components/tickets/request-form-schema'
import { replyForm } from '@/components/tickets/thread-forms'
import { openTicket, replyToTicket } from '@/lib/tickets'
import { defineAction, keepWritten, leadTo } from '@/lib/web'
import { addedPath, sentPath } from './sent-path'

/**
 * Fields: submissionKey, topicId, followsId, subject, body, condition (urgent topics), preflight, field.KEY (the topic's
 * own), attachmentIds. Leads to the confirmation.
 */
export const openTicketAction = keepWritten(
  defineAction({
    schema: openTicketForm,
    side: 'partner',
    run: async (actor, input, { marketplace }) =>
      leadTo(await openTicket(actor, input), (opened) => sentPath(marketplace.slug, opened)),
  }),
  ['submissionKey', 'subject', 'body', 'condition'],
  (name) => name === 'preflight' || name.startsWith('field.'),
)

/** Fields of a reply; leads to the confirmation: what was to be a new request went to the one that is there (003-15). */
export const addToRequestAction = keepWritten(
  defineAction({
    schema: replyForm,
    side: 'partner',
    run: async (actor, input, { marketplace }) =>
      leadTo(await replyToTicket(actor, input), ({ number }) => addedPath(marketplace.slug, number)),
  }),
  ['submissionKey', 'body'],
)
