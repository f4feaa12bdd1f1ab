import { type CalendarHours, isOpen, nextOpening } from '@/lib/calendar'
import { readClock } from './clock'
import type { Clock, ClockState, CourtBar } from './schema'

/**
 * What the court bar of a ticket in `state` says at `now`. `clock` is null for a topic without a promise. After the
 * first answer that promise is kept for good: a later turn of ours shows a deadline only where another clock runs.
 */
export function courtBar(calendar: CalendarHours, clock: Clock | null, state: ClockState, now: Date): CourtBar {
  const reading = clock && readClock(calendar, clock, now)
  const left = reading ? reading.left : null
  const goal = clock?.goal ?? 'answer'
  const nothing = { dueAt: null, opensAt: null, goal }
  switch (state) {
    case 'awaiting_partner':
      return { sentence: 'partner', left: clock?.phase === 'met' ? null : left, ...nothing }
    case 'answered':
      return { sentence: 'answered', left: null, ...nothing }
    case 'completed':
      return { sentence: 'completed', left: null, ...nothing }
  }
  if (!reading?.dueAt) return { sentence: 'us_no_promise', left: null, ...nothing }
  const due = { ...nothing, dueAt: reading.dueAt }
  if (reading.state === 'breached') return { sentence: 'us_overdue', left: 0, ...due }
  if (isOpen(calendar, now)) return { sentence: 'us_running', left, ...due }
  return { sentence: 'us_outside_hours', left, ...due, opensAt: nextOpening(calendar, now) }
}
