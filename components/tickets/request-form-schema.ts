import * as z from 'zod/mini'
import { MOST_FILES } from '@/lib/attachments/schema'
import { body, CONDITIONS, subject } from '@/lib/tickets/schema'

/* The forms of a request as a browser sends them, with and without script: flat fields, files as repeated ids. */

const id = z.uuid()
const ids = z.optional(z.union([id, z.array(id).check(z.maxLength(MOST_FILES, 'too_many_files'))]))

function listed(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat()
}

/** Fields of a new request; what comes out is what `openTicket` takes. */
export const openTicketForm = z.pipe(
  z.strictObject({
    submissionKey: id,
    topicId: id,
    subject,
    body,
    condition: z.optional(z.enum(CONDITIONS)),
    attachmentIds: ids,
  }),
  z.transform(({ condition, attachmentIds, ...rest }) => ({
    ...rest,
    attachmentIds: listed(attachmentIds),
    ...(condition ? { claim: { condition } } : {}),
  })),
)

/** Fields of a further message; what comes out is what `replyToTicket` takes. */
export const replyForm = z.pipe(
  z.strictObject({ submissionKey: id, ticketId: id, body, attachmentIds: ids }),
  z.transform(({ attachmentIds, ...rest }) => ({ ...rest, attachmentIds: listed(attachmentIds) })),
)
