import * as z from 'zod/mini'
import { MOST_FILES } from '@/lib/attachments/schema'
import { cleanText } from '@/lib/foundation/clean-text'
import { CONDITIONS } from './conditions'
import { body, cleaned, subject } from './fields'
import { CLOSE_REASON } from './limits'

export { CONDITIONS, type Condition, type Severity, severityOf } from './conditions'
export { body, cleaned, subject } from './fields'
export type { EventData, EventKind, HistoryStep } from './history'
export { CLAIM_KINDS, EVENT_KINDS, historyValues } from './history'
export { BODY, bodyFault, CLOSE_REASON, SUBJECT, subjectFault } from './limits'
export {
  COMPLETED_REASONS,
  type CompletedReason,
  TICKET_STATES,
  type TicketState,
  type Turn,
  whoseTurn,
} from './states'
export * from './view-types'

/* What the forms and the use cases of a request share. Parsed once at the door: normalised first, then measured. */

const id = z.uuid()

const attachmentIds = z._default(z.array(id).check(z.maxLength(MOST_FILES, 'too_many_files')), [])
const version = z.int().check(z.gte(1))

/** One question per request (000-03). A claim belongs to urgent topics and is required there (000-04, 000-05). */
export const openTicketInput = z.strictObject({
  /** Made by the form when it is shown; the same key again is the same request. */
  submissionKey: id,
  topicId: id,
  subject,
  body,
  attachmentIds,
  claim: z.optional(z.strictObject({ condition: z.enum(CONDITIONS) })),
})
export const replyInput = z.strictObject({ submissionKey: id, ticketId: id, body, attachmentIds })
export const cancelInput = z.strictObject({ ticketId: id })
/** `version` is the one the agent had before her when she wrote. */
export const answerInput = z.strictObject({ ticketId: id, version, body, attachmentIds })
export const askInput = z.strictObject({
  ticketId: id,
  version,
  body,
  attachmentIds,
  /** A question, or a fix to try (002-08). */
  kind: z._default(z.enum(['ask', 'try_this']), 'ask'),
})
export const noteInput = z.strictObject({ ticketId: id, body, attachmentIds })
export const takeInput = z.strictObject({ ticketId: id })
export const assignInput = z.strictObject({ ticketId: id, assigneeId: z.nullable(id) })
/** `reason` is read by the partner. */
export const closeInput = z.strictObject({
  ticketId: id,
  version,
  reason: z._default(cleaned(cleanText, CLOSE_REASON.least, CLOSE_REASON.most), ''),
})

export type OpenTicketInput = z.output<typeof openTicketInput>
export type ReplyInput = z.output<typeof replyInput>
export type CancelInput = z.output<typeof cancelInput>
export type AnswerInput = z.output<typeof answerInput>
export type AskInput = z.output<typeof askInput>
export type NoteInput = z.output<typeof noteInput>
export type TakeInput = z.output<typeof takeInput>
export type AssignInput = z.output<typeof assignInput>
export type CloseInput = z.output<typeof closeInput>
