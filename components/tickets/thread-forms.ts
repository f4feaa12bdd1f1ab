import * as z from 'zod/mini'
import { MOST_FILES } from '@/lib/attachments/schema'
import { rateInput, replyInput, VERDICTS } from '@/lib/tickets/schema'

/* The forms on a request's page as a browser sends them, with and without script: flat fields, files as repeated ids. */

const id = z.uuid()
const text = z._default(z.string(), '')
const ids = z.optional(z.union([id, z.array(id).check(z.maxLength(MOST_FILES, 'too_many_files'))]))

/** Fields of a further message; what comes out is what `replyToTicket` takes. */
export const replyForm = z.pipe(
  z.pipe(
    z.strictObject({
      submissionKey: id,
      ticketId: id,
      body: text,
      attachmentIds: ids,
      verdict: z.optional(z.enum(VERDICTS)),
    }),
    z.transform(
      ({ attachmentIds = [], ...rest }): z.input<typeof replyInput> => ({
        ...rest,
        attachmentIds: [attachmentIds].flat(),
      }),
    ),
  ),
  replyInput,
)

/** Stars come as text; what comes out is what `rateTicket` takes. */
export const rateForm = z.pipe(
  z.pipe(
    z.strictObject({
      ticketId: id,
      stars: z.enum(['1', '2', '3', '4', '5'], { error: 'required' }),
      comment: text,
    }),
    z.transform(({ stars, ...rest }): z.input<typeof rateInput> => ({ ...rest, stars: Number(stars) })),
  ),
  rateInput,
)

/** Whom it concerns has a name of its own: `membershipId` says who acts. */
export const followForm = z.pipe(
  z.strictObject({ ticketId: id, colleagueId: z.uuid({ error: 'required' }) }),
  z.transform(({ ticketId, colleagueId }) => ({ ticketId, membershipId: colleagueId })),
)
