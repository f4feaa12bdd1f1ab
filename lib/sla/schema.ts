/** Ticket states as the clock reads them (the lifecycle's own words). */
export const clockStates = ['created', 'in_progress', 'awaiting_partner', 'answered', 'completed'] as const
export type ClockState = (typeof clockStates)[number]

/** The ticket entered `state` at `at`; an event that changes no state need not be told, and may be. */
export type ClockEvent = { at: Date; state: ClockState }

/** What is promised: the first answer, and each next one after the partner wrote again. */
export const clockKinds = ['first_answer', 'next_answer'] as const
export type ClockKind = (typeof clockKinds)[number]

/**
 * An answer clock of one ticket as its events tell it, whatever the hour is now.
 * `consumed` counts business milliseconds up to `runningSince` (running) or in all (not running).
 * `changedAt` is when the phase last changed.
 * `dueAt` is the deadline while it runs, and null while it does not.
 * `breachedAt` is the deadline that passed while it ran; a late answer or a pause afterwards does not wipe it out.
 */
export type Clock = {
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
 * `dueAt` goes with the us_running, us_outside_hours and us_overdue sentences, `opensAt` with us_outside_hours.
 */
export type CourtBar = { sentence: CourtSentence; left: number | null; dueAt: Date | null; opensAt: Date | null }
