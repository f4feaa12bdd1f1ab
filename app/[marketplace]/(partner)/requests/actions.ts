'use server'

import { followForm, rateForm, replyForm } from '@/components/tickets/thread-forms'
import { appealClaim } from '@/lib/escalation'
import { appealInput } from '@/lib/escalation/schema'
import { cancelTicket, followTicket, markRead, rateTicket, replyToTicket, unfollowTicket } from '@/lib/tickets'
import { cancelInput, markReadInput } from '@/lib/tickets/schema'
import { defineAction, keepWritten, showAgain } from '@/lib/web'

/** Fields: submissionKey, ticketId, body, attachmentIds (repeated, may be absent), verdict (may be absent). */
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

/** Fields: ticketId, stars, comment. */
export const rateAction = keepWritten(
  defineAction({
    schema: rateForm,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await rateTicket(actor, input)),
  }),
  ['stars', 'comment'],
)

/** Fields: ticketId, colleagueId. */
export const followAction = keepWritten(
  defineAction({
    schema: followForm,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await followTicket(actor, input)),
  }),
  [],
)

/** Fields: ticketId, colleagueId. */
export const unfollowAction = keepWritten(
  defineAction({
    schema: followForm,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await unfollowTicket(actor, input)),
  }),
  [],
)

/** Field: ticketId. Said by the page when somebody looks at it; no page changes by it. */
export const markReadAction = keepWritten(
  defineAction({ schema: markReadInput, side: 'partner', run: (actor, input) => markRead(actor, input) }),
  [],
)

/** Fields: ticketId, body: why a declined claim is urgent after all. Once. */
export const appealAction = keepWritten(
  defineAction({
    schema: appealInput,
    side: 'partner',
    run: async (actor, { ticketId, body }, { marketplace }) =>
      showAgain(marketplace.slug, await appealClaim(actor, { ticketId, text: body })),
  }),
  ['body'],
)
