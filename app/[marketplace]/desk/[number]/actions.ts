'use server'

import { assignForm, closeForm, writeForm } from '@/components/desk/desk-form-schema'
import { addNote, answerTicket, askPartner, assignTicket, closeTicket, takeTicket } from '@/lib/tickets'
import { takeInput } from '@/lib/tickets/schema'
import { defineAction, keepWritten, showAgain } from '@/lib/web'

/** Fields: kind (answer, ask or note), ticketId, version, body, attachmentIds (repeated, may be absent). */
export const writeAction = keepWritten(
  defineAction({
    schema: writeForm,
    side: 'staff',
    run: async (actor, { kind, ...input }, { marketplace: { slug } }) => {
      if (kind === 'answer') return showAgain(slug, await answerTicket(actor, input))
      if (kind === 'ask') return showAgain(slug, await askPartner(actor, { ...input, kind }))
      const { version: _any, ...note } = input // a colleague's words never cross another's
      return showAgain(slug, await addNote(actor, note))
    },
  }),
  ['body', 'kind'],
)

/** Field: ticketId. */
export const takeAction = keepWritten(
  defineAction({
    schema: takeInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await takeTicket(actor, input)),
  }),
  [],
)

/** Fields: ticketId, assigneeId (empty: back to the team). */
export const assignAction = keepWritten(
  defineAction({
    schema: assignForm,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await assignTicket(actor, input)),
  }),
  [],
)

/** Fields: ticketId, version, reason (read by the partner, may be empty). */
export const closeAction = keepWritten(
  defineAction({
    schema: closeForm,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await closeTicket(actor, input)),
  }),
  ['reason'],
)
