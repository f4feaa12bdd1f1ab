import {
  type CalendarHours,
  dayOfWall,
  instantOfWall,
  openSegments,
  wallAt,
  wallOf,
  weekdayOfDay,
} from '@/lib/calendar'
import { clockOf, phaseOf } from './clock'
import type { ClockEvent, ClockGoal, Explanation, Segment, SegmentReason } from './schema'

/**
 * Why a deadline lies where it lies: every stretch from the first moment of our turn to the deadline (and on to `now`, when
 * that is later), counted or not and why, in order and without a gap. What is counted up to the deadline is the target;
 * of a clock that stands still or has ended, what it consumed. Time after `now` is told as it will be if it stays our turn.
 *
 * @throws NoOpenTimeError when the hours cannot hold the promise
 */
export function explainDeadline(
  calendar: CalendarHours,
  target: number,
  events: readonly ClockEvent[],
  now: Date,
  goal: ClockGoal = 'answer',
): Explanation {
  const clock = clockOf(calendar, target, events, goal)
  const dueAt = clock.breachedAt ?? clock.dueAt
  const turns = turnsOf(events, goal)
  const changed = clock.changedAt?.getTime() ?? now.getTime()
  const over = clock.phase === 'met' || clock.phase === 'closed'
  const last = over ? changed : Math.max(changed, now.getTime())
  const end = Math.max(last, dueAt?.getTime() ?? last)
  const told = new Told(now.getTime(), dueAt?.getTime() ?? null)
  for (const [index, { from, why }] of turns.entries()) {
    const to = Math.min(turns[index + 1]?.from ?? end, end)
    if (why === 'counted') ourTurn(calendar, from, to, told)
    else told.add(from, to, why)
  }
  return { target, dueAt, segments: told.segments }
}

type Turn = { from: number; why: SegmentReason }

/** Whose turn it was, as the clock reads it: an event never counts from before the change that went before it. */
function turnsOf(events: readonly ClockEvent[], goal: ClockGoal): Turn[] {
  const turns: Turn[] = []
  let phase = 'paused'
  let changed = Number.NEGATIVE_INFINITY
  for (const event of events) {
    const next = phaseOf(goal, event)
    const from = Math.max(changed, event.at.getTime())
    if (next !== phase) {
      // A word that only told a standing clock why it stands cannot hold up what came before it.
      while ((turns.at(-1)?.from ?? 0) > from) turns.pop()
      ;[phase, changed] = [next, from]
    }
    const why = reasonOf(event)
    if (turns.length === 0 && why !== 'counted') continue
    if (turns.at(-1)?.why !== why) turns.push({ from, why })
    if (goal === 'answer' && next === 'met') break
  }
  return turns
}

function reasonOf({ state }: ClockEvent): SegmentReason {
  if (state === 'awaiting_partner') return 'partner'
  return state === 'answered' || state === 'completed' ? state : 'counted'
}

function ourTurn(calendar: CalendarHours, from: number, to: number, told: Told): void {
  let reached = from
  for (const open of openSegments(calendar, new Date(from), new Date(to))) {
    shut(calendar, reached, open.from.getTime(), told)
    reached = open.to.getTime()
    told.add(open.from.getTime(), reached, 'counted')
  }
  shut(calendar, reached, to, told)
}

/** A closed stretch, day by day: a holiday is named on a day that would have had hours. */
function shut(calendar: CalendarHours, from: number, to: number, told: Told): void {
  if (from >= to) return
  const { timeZone, holidays, intervals } = calendar
  const names = new Map(holidays.map(({ date, name }) => [date, name]))
  let reached = from
  for (let day = dayOfWall(wallAt(timeZone, from)); reached < to; day++) {
    const next = Math.min(to, instantOfWall(timeZone, wallOf(day + 1, 0), 'start'))
    if (next <= reached) continue
    const works = intervals.some(({ weekday }) => weekday === weekdayOfDay(day))
    const name = works ? names.get(new Date(wallOf(day, 0)).toISOString().slice(0, 10)) : undefined
    told.add(reached, next, name === undefined ? 'closed' : 'holiday', name)
    reached = next
  }
}

/** Puts stretches one after the other, cut where now is and where the deadline is, and joins what is told alike. */
class Told {
  readonly segments: Segment[] = []

  constructor(
    private readonly now: number,
    private readonly due: number | null,
  ) {}

  add(from: number, to: number, why: SegmentReason, holiday: string | null = null): void {
    const cuts = [this.now, this.due].filter((cut) => cut !== null).filter((cut) => from < cut && cut < to)
    const edges = [from, ...cuts.sort((a, b) => a - b), to]
    for (const [index, edge] of edges.slice(0, -1).entries()) this.piece(edge, edges[index + 1] ?? to, why, holiday)
  }

  private piece(from: number, to: number, why: SegmentReason, holiday: string | null): void {
    if (from >= to) return
    const [ahead, late] = [from >= this.now, this.due !== null && from >= this.due]
    const last = this.segments.at(-1)
    const spent = (last?.spent ?? 0) + (why === 'counted' ? to - from : 0)
    if (last && last.why === why && last.holiday === holiday && last.ahead === ahead && last.late === late) {
      last.to = new Date(to)
      last.spent = spent
      return
    }
    this.segments.push({ from: new Date(from), to: new Date(to), why, holiday, ahead, late, spent })
  }
}
