'use server'

import { assignForm, closeForm, findingsForm, writeForm } from '@/components/desk/desk-form-schema'
import {
  addNote,
  assignTicket,
  closeTicket,
  dropHeld,
  holdAnswer,
  markRead,
  recordFindings,
  setPriority,
  setTeam,
  setTopic,
  takeTicket,
  undoAnswer,
} from '@/lib/tickets'
import { heldInput, markReadInput, priorityInput, takeInput, teamInput, topicInput } from '@/lib/tickets/schema'
import { defineAction, keepWritten, showAgain } from '@/lib/web'

/** Fields: kind (answer, ask, try_this or note), ticketId, version, body, attachmentIds (repeated, may be absent). */
export const writeAction = keepWritten(
  defineAction({
    schema: writeForm,
    side: 'staff',
    run: async (actor, { kind, ...input }, { marketplace: { slug } }) => {
      if (kind !== 'note') return showAgain(slug, await holdAnswer(actor, { ...input, kind }))
      const { version: _any, ...note } = input // a colleague's words never cross another's
      return showAgain(slug, await addNote(actor, note))
    },
  }),
  ['body', 'kind'],
)

/** Field: heldId. Takes back an answer that has not left, or takes up again one that was refused. */
export const undoAction = keepWritten(
  defineAction({
    schema: heldInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await undoAnswer(actor, input)),
  }),
  [],
)

/** Field: heldId. Throws away an answer that was refused. */
export const dropAction = keepWritten(
  defineAction({
    schema: heldInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await dropHeld(actor, input)),
  }),
  [],
)

/** Field: ticketId. Pages are not asked for anew: what was read is told apart at the next look. */
export const readAction = defineAction({
  schema: markReadInput,
  side: 'staff',
  run: (actor, input) => markRead(actor, input),
})

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

/** Fields: ticketId, topicId. The team follows the topic. */
export const topicAction = keepWritten(
  defineAction({
    schema: topicInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await setTopic(actor, input)),
  }),
  [],
)

/** Fields: ticketId, priority. */
export const priorityAction = keepWritten(
  defineAction({
    schema: priorityInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await setPriority(actor, input)),
  }),
  [],
)

/** Fields: ticketId, teamId. */
export const teamAction = keepWritten(
  defineAction({
    schema: teamInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await setTeam(actor, input)),
  }),
  [],
)

/** Fields: ticketId, reproduced (unknown, yes or no), workaround (may be empty). */
export const findingsAction = keepWritten(
  defineAction({
    schema: findingsForm,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await recordFindings(actor, input)),
  }),
  ['workaround'],
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
