'use server'

import {
  acknowledge,
  askPartnerOfClaim,
  confirmClaim,
  declineClaim,
  noteEscalation,
  pageOnCall,
  passOn,
  resolveEscalation,
} from '@/lib/escalation'
import {
  askClaimInput,
  declineInput,
  escalationInput,
  escalationNoteInput,
  pageOnCallInput,
  passOnInput,
} from '@/lib/escalation/schema'
import { defineAction, keepWritten, leadTo, showAgain } from '@/lib/web'

/** Field: escalationId. */
export const acknowledgeAction = keepWritten(
  defineAction({
    schema: escalationInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await acknowledge(actor, input)),
  }),
  [],
)

/** Fields: escalationId and the place that the page showed (epoch, loop, step). */
export const passOnAction = keepWritten(
  defineAction({
    schema: passOnInput,
    side: 'staff',
    run: async (actor, { escalationId, epoch, loop, step }, { marketplace }) => {
      const known = epoch !== undefined && loop !== undefined && step !== undefined
      const asOf = known ? { epoch, loop, step } : undefined
      return showAgain(marketplace.slug, await passOn(actor, { escalationId, asOf }))
    },
  }),
  [],
)

/** Field: escalationId. */
export const confirmClaimAction = keepWritten(
  defineAction({
    schema: escalationInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await confirmClaim(actor, input)),
  }),
  [],
)

/** Fields: escalationId, reason (read by the partner). */
export const declineClaimAction = keepWritten(
  defineAction({
    schema: declineInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await declineClaim(actor, input)),
  }),
  ['reason'],
)

/** Field: escalationId. */
export const resolveAction = keepWritten(
  defineAction({
    schema: escalationInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await resolveEscalation(actor, input)),
  }),
  [],
)

/** Fields: escalationId, body: an internal note on its ticket. */
export const noteAction = keepWritten(
  defineAction({
    schema: escalationNoteInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await noteEscalation(actor, input)),
  }),
  ['body'],
)

/** Fields: ticketId, severity, reason. Leads to the escalation. */
export const pageOnCallAction = keepWritten(
  defineAction({
    schema: pageOnCallInput,
    side: 'staff',
    run: async (actor, input, { marketplace: { slug } }) =>
      leadTo(
        showAgain(slug, await pageOnCall(actor, input)),
        ({ escalationId }) => `/${slug}/oncall/escalation/${escalationId}`,
      ),
  }),
  ['severity', 'reason'],
)

/** Fields: escalationId, reason: a question that the partner reads on its request before its claim is decided. */
export const askClaimAction = keepWritten(
  defineAction({
    schema: askClaimInput,
    side: 'staff',
    run: async (actor, { escalationId, reason }, { marketplace }) =>
      showAgain(marketplace.slug, await askPartnerOfClaim(actor, { escalationId, question: reason })),
  }),
  ['reason'],
)
