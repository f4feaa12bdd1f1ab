export { addNote, type Noted, type NoteRefusal } from './add-note'
export { type Answered, type AnswerRefusal, answerTicket, askPartner } from './answer-ticket'
export { type AppealRefusal, decidedClaims, isClaimedMeanwhile, recordAppeal } from './appeal'
export { answerTimes, recentTopics, type SimilarTicket, similarOpen } from './before-asking'
export { type Cancelled, cancelTicket } from './cancel-ticket'
export type { ChangedTicket, ChangeRefusal } from './change-ticket'
export { type ClaimRecord, type ClaimStamp, claimOf, claimsOf, stampClaim } from './claims'
export { climbPromises, type PromiseTold } from './climb-promises'
export { type Closed, type CloseRefusal, closeTicket } from './close-ticket'
export { considerBreadth } from './consider-breadth'
export { type Cooldown, cooldownOf } from './cooldown'
export { isDay } from './day-bounds'
export { type DeadlinePage, deadlinesForStaff } from './deadlines-for-staff'
export { type NewTicketEvent, recordTicketEvent, recordTicketEvents } from './events'
export { exportTickets } from './export-tickets'
export {
  countOpenOnTopic,
  heldText,
  lastFromPartner,
  lastTouchBy,
  type MessageFacts,
  messageText,
  type NoteFacts,
  notesSince,
  type TicketFacts,
  ticketFacts,
  versionOf,
} from './facts'
export { type FigureFilter, type TicketFigures, ticketFigures } from './figures.sql'
export { type Followed, type FollowRefusal, followTicket, unfollowTicket } from './follow-ticket'
export { watchersOf } from './followers'
export { foundNumbering } from './found-numbering'
export { type HeldBack, type HoldRefusal, holdAnswer } from './hold-answer'
export { isLive } from './is-live'
export { lastingAnswers } from './lasting-answers'
export { countNeedsYou, type ListQuery, listTickets } from './list-tickets'
export { markRead } from './mark-read'
export { type Opened, type OpenRefusal, openTicket } from './open-ticket'
export { ticketForPartner } from './partner-view'
export { type QueueQuery, queue } from './queue'
export { type RatedTicket, type RateRefusal, rateTicket } from './rate-ticket'
export { ratingOf } from './rating'
export { readsTicket } from './readable'
export { recordFindings } from './record-findings'
export { recountPromises } from './recount-promises'
export { remindOrClose } from './remind-or-close'
export { type Replied, type ReplyRefusal, replyToTicket } from './reply-to-ticket'
export * from './schema'
export { sendHeldAnswer } from './send-held-answer'
export { setPriority } from './set-priority'
export { setTeam } from './set-team'
export { setTopic } from './set-topic'
export { ticketForStaff } from './staff-view'
export { type Assigned, type AssignRefusal, assignTicket, takeTicket } from './take-ticket'
export { type TicketTitle, ticketTitles } from './ticket-titles'
export { dropHeld, type Undone, undoAnswer } from './undo-answer'
export { promiseBefore } from './views'
