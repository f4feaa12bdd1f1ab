import * as z from 'zod/mini'
import { cleanText } from '@/lib/foundation/clean-text'
import { CONDITIONS } from './conditions'
import { attachmentIds, body, cleaned, subject } from './fields'
import { BODY, RATING_COMMENT, RAW } from './limits'

/* What the partner's forms and use cases share. Parsed once at the door: normalised first, then measured. */

const id = z.uuid()
/** More than any form asks; what a form does not ask is dropped, what it does ask is measured by its own rules. */
const MOST_KEYS = 100
const key = z.string().check(z.minLength(1), z.maxLength(80))
const answer = z.string().check(z.maxLength(RAW, 'too_long'))
const fields = z
  .record(key, z.union([answer, z.array(answer).check(z.maxLength(MOST_KEYS))]))
  .check(z.refine((written) => Object.keys(written).length <= MOST_KEYS))

/** One question per request (000-03). A claim belongs to urgent topics and is required there (000-04, 000-05). */
export const openTicketInput = z.strictObject({
  /** Made by the form when it is shown; the same key again is the same request. */
  submissionKey: id,
  topicId: id,
  subject,
  body,
  attachmentIds,
  claim: z.optional(z.strictObject({ condition: z.enum(CONDITIONS) })),
  /** What was filled in of the topic's form, by field (002-04). */
  fields: z.optional(fields),
  /** Keys of the pre-flight steps that were ticked; never forced (002-01). */
  preflight: z.optional(z.array(key).check(z.maxLength(MOST_KEYS))),
  /** The completed request that this one follows (003-29). */
  followsId: z.optional(id),
})

/** What the partner found when it tried our fix (002-08). */
export const VERDICTS = ['works', 'does_not'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Text or a file (003-27); a word on a fix to try says enough by itself. */
export const replyInput = z
  .strictObject({
    submissionKey: id,
    ticketId: id,
    body: cleaned(cleanText, 0, BODY.most),
    attachmentIds,
    verdict: z.optional(z.enum(VERDICTS)),
  })
  .check(
    z.refine(({ body, attachmentIds, verdict }) => body !== '' || attachmentIds.length > 0 || verdict !== undefined, {
      error: 'required',
      path: ['body'],
    }),
  )
export const cancelInput = z.strictObject({ ticketId: id })
/** 1 to 5 stars, and what the partner says about the support if it likes (003-23). */
export const rateInput = z.strictObject({
  ticketId: id,
  stars: z.int().check(z.gte(1), z.lte(5)),
  comment: z._default(cleaned(cleanText, RATING_COMMENT.least, RATING_COMMENT.most), ''),
})
export const followInput = z.strictObject({ ticketId: id, membershipId: id })
/** `seenAt`: when what its reader looks at was drawn; what came after is still new to her. */
export const markReadInput = z.strictObject({ ticketId: id, seenAt: z.optional(z.iso.datetime()) })

export type OpenTicketInput = z.output<typeof openTicketInput>
export type ReplyInput = z.output<typeof replyInput>
export type CancelInput = z.output<typeof cancelInput>
export type RateInput = z.output<typeof rateInput>
export type FollowInput = z.output<typeof followInput>
export type MarkReadInput = z.output<typeof markReadInput>
