'use server'

import { acknowledge, noteEscalation, resolveEscalation } from '@/lib/escalation'
import { escalationInput, escalationNoteInput } from '@/lib/escalation/schema'
import { defineAction, keepWritten, showAgain } from '@/lib/web'

/** Field: escalationId. "We are on it." */
export const takeCallAction = keepWritten(
  defineAction({
    schema: escalationInput,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await acknowledge(actor, input)),
  }),
  [],
)

/** Fields: escalationId, body: what the company found; the staff read it. */
export const noteCallAction = keepWritten(
  defineAction({
    schema: escalationNoteInput,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await noteEscalation(actor, input)),
  }),
  ['body'],
)

/** Field: escalationId. "It is fixed." */
export const fixCallAction = keepWritten(
  defineAction({
    schema: escalationInput,
    side: 'partner',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await resolveEscalation(actor, input)),
  }),
  [],
)
