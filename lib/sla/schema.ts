/** Ticket states as the clock reads them (the lifecycle's own words). */
export const clockStates = ['created', 'in_progress', 'awaiting_partner', 'answered', 'completed'] as const
export type ClockState = (typeof clockStates)[number]

/**
 * The ticket entered `state` at `at`; an event that changes no state need not be told, and may be. `cancelled`: it was
 * completed because nobody needs it any more, so that a promised resolution is neither kept nor broken by it.
 */
export type ClockEvent = { at: Date; state: ClockState; cancelled?: boolean }

/** What is promised: the first answer, each next one after the partner wrote again, and that it is solved. */
export const clockKinds = ['first_answer', 'next_answer', 'resolution'] as const
export type ClockKind = (typeof clockKinds)[number]

/** What a clock waits for: an answer ends it for good; completion does, until the request is taken up again. */
export type ClockGoal = 'answer' | 'resolution'

export function goalOf(kind: ClockKind): ClockGoal {
  return kind === 'resolution' ? 'resolution' : 'answer'
}

/**
 * A clock of one ticket as its events tell it, whatever the hour is now.
 * `consumed` counts business milliseconds up to `runningSince` (running) or in all (not running).
 * `changedAt` is when the phase last changed.
 * `dueAt` is the deadline while it runs, and null while it does not.
 * `breachedAt` is the deadline that passed while it ran; a late answer or a pause afterwards does not wipe it out.
 */
export type Clock = {
  goal: ClockGoal
  phase: 'running' | 'paused' | 'met' | 'closed'
  target: number
  consumed: number
  changedAt: Date | null
  runningSince: Date | null
  dueAt: Date | null
  breachedAt: Date | null
  metAt: Date | null
}

/**
 * A clock read at one moment. `state` is 'breached' while it is our turn and the deadline has passed. `kept` is true
 * after an answer in time, false once the deadline passed unanswered, null while neither happened. `left` is the share of
 * the promise still unspent, 1 to 0.
 */
export type ClockReading = {
  state: 'running' | 'paused' | 'met' | 'breached' | 'closed'
  consumed: number
  left: number
  dueAt: Date | null
  breachedAt: Date | null
  metAt: Date | null
  kept: boolean | null
}

/**
 * One promise of a ticket, for its page. `dueAt` while it runs, `pausedAt` while it waits for the partner. `next_answer`
 * tells of its newest round.
 */
export type ClockView = Pick<ClockReading, 'state' | 'dueAt' | 'metAt' | 'breachedAt' | 'kept'> & {
  kind: ClockKind
  targetMinutes: number
  pausedAt: Date | null
}

/** The sentence of the court bar: whose turn, until when, what pauses the clock. */
export type CourtSentence =
  | 'us_running'
  | 'us_outside_hours'
  | 'us_overdue'
  | 'us_no_promise'
  | 'partner'
  | 'answered'
  | 'completed'

/**
 * What the court bar draws. `left` is the share of the promise still unspent (1 to 0), null where there is none to show.
 * `dueAt` goes with the us_running, us_outside_hours and us_overdue sentences, `opensAt` with us_outside_hours. `goal`:
 * what is due, an answer or that it is solved.
 */
export type CourtBar = {
  sentence: CourtSentence
  left: number | null
  dueAt: Date | null
  opensAt: Date | null
  goal: ClockGoal
}

/** Rungs of the ladder under a promise: its agent is warned, the leads are told that it broke, who is on call is paged. */
export const rungs = ['warning', 'breach', 'page'] as const
export type Rung = (typeof rungs)[number]

/** Why time counts or does not. `partner`, `answered`, `completed`: it was not our turn. */
export const segmentReasons = ['counted', 'closed', 'holiday', 'partner', 'answered', 'completed'] as const
export type SegmentReason = (typeof segmentReasons)[number]

/**
 * A stretch of a deadline's way. `holiday`: the name of the day, with that reason alone. `ahead`: it has not passed yet,
 * and counts as it will if it stays our turn. `late`: it lies after the deadline. `spent`: milliseconds counted up to its
 * end.
 */
export type Segment = {
  from: Date
  to: Date
  why: SegmentReason
  holiday: string | null
  ahead: boolean
  late: boolean
  spent: number
}

/** The way of a deadline: its segments tile the time from the start to the deadline, and on to now when that is later. */
export type Explanation = { target: number; dueAt: Date | null; segments: Segment[] }
