import { type CalendarHours, isOpen, nextOpening } from '@/lib/calendar'
import { readClock } from './clock'
import type { Clock, ClockState, CourtBar } from './schema'

/**
 * What the court bar of a ticket in `state` says at `now`. `clock` is null for a topic without a promise. After the
 * first answer the promise is kept for good: a later turn of ours shows no deadline.
 */
export function courtBar(calendar: CalendarHours, clock: Clock | null, state: ClockState, now: Date): CourtBar {
  const reading = clock && readClock(calendar, clock, now)
  const left = reading ? reading.left : null
  switch (state) {
    case 'awaiting_partner':
      return { sentence: 'partner', left: clock?.phase === 'met' ? null : left, dueAt: null, opensAt: null }
    case 'answered':
      return { sentence: 'answered', left: null, dueAt: null, opensAt: null }
    case 'completed':
      return { sentence: 'completed', left: null, dueAt: null, opensAt: null }
  }
  if (!reading?.dueAt) return { sentence: 'us_no_promise', left: null, dueAt: null, opensAt: null }
  if (reading.state === 'breached') return { sentence: 'us_overdue', left: 0, dueAt: reading.dueAt, opensAt: null }
  if (isOpen(calendar, now)) return { sentence: 'us_running', left, dueAt: reading.dueAt, opensAt: null }
  return { sentence: 'us_outside_hours', left, dueAt: reading.dueAt, opensAt: nextOpening(calendar, now) }
}
