import * as z from 'zod/mini'
import { MOST_FILES } from '@/lib/attachments/schema'
import { body, closeInput, findingsInput } from '@/lib/tickets/schema'

/* The forms of the desk as a browser sends them, with and without script: flat fields, files as repeated ids. */

const id = z.uuid()
const ids = z.optional(z.union([id, z.array(id).check(z.maxLength(MOST_FILES, 'too_many_files'))]))
const version = z.coerce.number().check(z.int(), z.gte(1))

/** What an agent writes into a ticket: to the partner (a question and a fix to try hand over the turn), or to colleagues. */
export const WRITE_KINDS = ['answer', 'ask', 'try_this', 'note'] as const
export type WriteKind = (typeof WRITE_KINDS)[number]

/** One box with four tabs; `version` is what the agent had before her when she began to write. */
export const writeForm = z.pipe(
  z.strictObject({ kind: z.enum(WRITE_KINDS), ticketId: id, version, body, attachmentIds: ids }),
  z.transform(({ attachmentIds, ...rest }) => ({
    ...rest,
    attachmentIds: attachmentIds === undefined ? [] : [attachmentIds].flat(),
  })),
)

export const closeForm = z.strictObject({ ...closeInput.shape, version })

/** An empty choice gives it back to the team. */
export const assignForm = z.pipe(
  z.strictObject({ ticketId: id, assigneeId: z.union([id, z.literal('')]) }),
  z.transform(({ ticketId, assigneeId }) => ({ ticketId, assigneeId: assigneeId || null })),
)

/** What was found out (002-12); "not tried yet" is no answer. */
export const REPRODUCED = ['unknown', 'yes', 'no'] as const
const answers = { unknown: null, yes: true, no: false } as const
export const findingsForm = z.pipe(
  z.strictObject({ ...findingsInput.shape, reproduced: z.enum(REPRODUCED) }),
  z.transform(({ reproduced, ...rest }) => ({ ...rest, reproduced: answers[reproduced] })),
)
