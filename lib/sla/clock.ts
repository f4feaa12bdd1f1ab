import { addBusiness, business, type CalendarHours, NoOpenTimeError } from '@/lib/calendar'
import type { Clock, ClockEvent, ClockGoal, ClockReading } from './schema'

/*
 * A clock runs while it is our turn and stands still while we wait for the partner. An answer clock ends with the first
 * answer among its events; later turns do not start it again (each next answer has a round of its own: turns.ts). A
 * resolution clock stands still after an answer as well, since the partner may say that this solved it; completion meets
 * it, and a request that is taken up again goes on with what was left. Neither has stored counters: the row's due_at is
 * a cache of this.
 */

/**
 * The clock of a ticket from its events, in order: all of them for the first answer and the resolution, one round's for a
 * next answer. `target` is business milliseconds, above 0. Recompute it when the calendar or the target changes: earlier
 * pauses keep counting.
 *
 * @throws NoOpenTimeError (a RangeError) when the calendar cannot hold the target; ask `canPromise` before saving either
 */
export function clockOf(
  calendar: CalendarHours,
  target: number,
  events: readonly ClockEvent[],
  goal: ClockGoal = 'answer',
): Clock {
  if (!(target > 0)) throw new RangeError('a promise needs more than 0 ms')
  const unstarted: Clock = {
    goal,
    phase: 'paused',
    target,
    consumed: 0,
    changedAt: null,
    runningSince: null,
    dueAt: null,
    breachedAt: null,
    metAt: null,
  }
  return events.reduce((clock, event) => advanceClock(calendar, clock, event), unstarted)
}

/** As `clockOf`; null when the hours hold no such promise any more, and then nothing is promised. */
export function clockIfHeld(
  calendar: CalendarHours,
  target: number,
  events: readonly ClockEvent[],
  goal: ClockGoal = 'answer',
): Clock | null {
  try {
    return clockOf(calendar, target, events, goal)
  } catch (error) {
    if (error instanceof NoOpenTimeError) return null
    throw error
  }
}

/** The clock after one more event; the same as recomputing from all of them, as long as calendar and target stay. */
export function advanceClock(calendar: CalendarHours, clock: Clock, event: ClockEvent): Clock {
  const phase = phaseOf(clock.goal, event)
  if (isOver(clock) || phase === clock.phase) return clock
  // Two transactions may commit in the other order than they began: time never runs backwards for the clock.
  const at = clock.changedAt && event.at < clock.changedAt ? clock.changedAt : event.at
  const stopped = { ...stop(calendar, clock, at, phase), phase, changedAt: at }
  if (phase === 'running') return run(calendar, stopped, at)
  return { ...stopped, metAt: phase === 'met' ? at : null }
}

/** An answer was given, and nothing takes it back. */
function isOver({ goal, phase }: Clock): boolean {
  return goal === 'answer' && phase === 'met'
}

/** What the clock says at `now`. Nothing breaches while it is paused, met or closed. */
export function readClock(calendar: CalendarHours, clock: Clock, now: Date): ClockReading {
  const running = clock.phase === 'running'
  const late = running && clock.dueAt !== null && now > clock.dueAt
  const breachedAt = late ? clock.dueAt : clock.breachedAt
  const consumed = clock.consumed + (clock.runningSince ? business(calendar, clock.runningSince, now) : 0)
  return {
    state: late ? 'breached' : clock.phase,
    consumed,
    left: Math.min(1, Math.max(0, 1 - consumed / clock.target)),
    dueAt: clock.dueAt,
    breachedAt,
    metAt: clock.metAt,
    kept: breachedAt ? false : clock.phase === 'met' ? true : null,
  }
}

/** Whether these hours can hold `target` (business milliseconds) at all; ask before either is saved. */
export function canPromise(calendar: CalendarHours, target: number, now: Date): boolean {
  try {
    addBusiness(calendar, now, target)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** What an event makes of a clock with that goal. */
export function phaseOf(goal: ClockGoal, { state, cancelled }: ClockEvent): Clock['phase'] {
  switch (state) {
    case 'created':
    case 'in_progress':
      return 'running'
    case 'awaiting_partner':
      return 'paused'
    case 'answered':
      return goal === 'answer' ? 'met' : 'paused'
    case 'completed':
      return goal === 'resolution' && !cancelled ? 'met' : 'closed'
  }
}

function run(calendar: CalendarHours, clock: Clock, at: Date): Clock {
  // A promise already broken keeps the deadline it broke.
  const dueAt = clock.breachedAt ?? addBusiness(calendar, at, clock.target - clock.consumed)
  return { ...clock, runningSince: at, dueAt, metAt: null }
}

function stop(calendar: CalendarHours, clock: Clock, at: Date, phase: Clock['phase']): Clock {
  if (!clock.runningSince || !clock.dueAt) return clock
  // An answer at the very deadline keeps the promise; asking back then leaves nothing to run on with.
  const late = phase === 'paused' ? at >= clock.dueAt : at > clock.dueAt
  return {
    ...clock,
    consumed: clock.consumed + business(calendar, clock.runningSince, at),
    runningSince: null,
    dueAt: null,
    breachedAt: clock.breachedAt ?? (late ? clock.dueAt : null),
  }
}
