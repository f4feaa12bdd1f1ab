import * as z from 'zod/mini'
import { cleanText } from '@/lib/foundation/clean-text'
import { attachmentIds, body, cleaned } from './fields'
import { CLOSE_REASON, WORKAROUND } from './limits'
import { PRIORITIES } from './staff-view-types'

export { CONDITIONS, type Condition, type Severity, severityOf } from './conditions'
export { body, cleaned, subject } from './fields'
export type { EventData, EventKind, HistoryStep } from './history'
export { CLAIM_KINDS, EVENT_KINDS, historyValues } from './history'
export { BODY, bodyFault, CLOSE_REASON, RATING_COMMENT, SUBJECT, subjectFault, WORKAROUND } from './limits'
export * from './list-types'
export * from './partner-input'
export * from './staff-view-types'
export {
  COMPLETED_REASONS,
  type CompletedReason,
  TICKET_STATES,
  type TicketState,
  type Turn,
  whoseTurn,
} from './states'
export * from './view-types'

/* What the agents' forms and use cases share (the partner's: partner-input.ts). Parsed once at the door: normalised first. */

const id = z.uuid()

const version = z.int().check(z.gte(1))

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
/** An agent's words, sent after the seconds for second thoughts (settings.undoSeconds). */
export const holdAnswerInput = z.strictObject({
  ticketId: id,
  version,
  kind: z._default(z.enum(['answer', 'ask', 'try_this']), 'answer'),
  body,
  attachmentIds,
})
/** To take it back, or to throw away one that was refused. */
export const heldInput = z.strictObject({ heldId: id })
export const topicInput = z.strictObject({ ticketId: id, topicId: id })
export const priorityInput = z.strictObject({ ticketId: id, priority: z.enum(PRIORITIES) })
export const teamInput = z.strictObject({ ticketId: id, teamId: id })
/** Whether the fault could be reproduced (null: not tried yet) and what was done on the partner's behalf (002-12). */
export const findingsInput = z.strictObject({
  ticketId: id,
  reproduced: z.nullable(z.boolean()),
  workaround: z._default(cleaned(cleanText, WORKAROUND.least, WORKAROUND.most), ''),
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

export type AnswerInput = z.output<typeof answerInput>
export type AskInput = z.output<typeof askInput>
export type HoldAnswerInput = z.output<typeof holdAnswerInput>
export type HeldInput = z.output<typeof heldInput>
export type TopicInput = z.output<typeof topicInput>
export type PriorityInput = z.output<typeof priorityInput>
export type TeamInput = z.output<typeof teamInput>
export type FindingsInput = z.output<typeof findingsInput>
export type NoteInput = z.output<typeof noteInput>
export type TakeInput = z.output<typeof takeInput>
export type AssignInput = z.output<typeof assignInput>
export type CloseInput = z.output<typeof closeInput>
