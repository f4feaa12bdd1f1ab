import * as z from 'zod/mini'
import { MOST_FILES } from '@/lib/attachments/schema'
import { body, closeInput } from '@/lib/tickets/schema'

/* The forms of the desk as a browser sends them, with and without script: flat fields, files as repeated ids. */

const id = z.uuid()
const ids = z.optional(z.union([id, z.array(id).check(z.maxLength(MOST_FILES, 'too_many_files'))]))
const version = z.coerce.number().check(z.int(), z.gte(1))

/** What an agent writes into a ticket: to the partner, or to colleagues. */
export const WRITE_KINDS = ['answer', 'ask', 'note'] as const
export type WriteKind = (typeof WRITE_KINDS)[number]

/** One box with three tabs; `version` is what the agent had before her when she began to write. */
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
