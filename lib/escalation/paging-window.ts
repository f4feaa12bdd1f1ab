import { type CalendarHours, type Holiday, NoOpenTimeError, nextOpening, openSegments } from '@/lib/calendar'
import type { Paging } from './policy-schema'
import type { HoldReason, Severity } from './transition-types'

/** What hours and schedules say; each is a function of time alone. */
export type Surroundings = {
  /** Of the calendar that the window names. */
  holidays: readonly Holiday[]
  /** The first instant at or after `at` at which somebody is on call; null when nobody will be. */
  nextOn(at: Date): Date | null
}

/** Until when pages wait, and for what at last. */
export type Held = { until: Date; why: HoldReason }

/** Hours and hand-offs are tried in turn; where they never meet, nothing is held back. */
const MOST_TURNS = 60

/**
 * Whether a policy holds pages of this severity back at `now`, and until when: its hours must be open and, where it says so,
 * somebody on call. Null: it pages at once. Hours that never open, or a schedule that nobody will ever be on, hold nothing
 * back: a page too early is better than silence.
 */
export function heldUntil(paging: Paging, severity: Severity, now: Date, around: Surroundings): Held | null {
  if (!paging.hold?.includes(severity)) return null
  let at = now
  let why: HoldReason = 'window'
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const opens = nextInWindow(paging, at, around.holidays)
    const on = opens && paging.holdUntilSomeoneIsOn ? around.nextOn(opens) : opens
    if (!opens || !on) return null
    if (on > opens) why = 'nobody_on'
    else if (opens > at) why = 'window'
    if (on.getTime() === at.getTime()) return at > now ? { until: at, why } : null
    at = on
  }
  return null
}

function nextInWindow({ window }: Paging, at: Date, holidays: readonly Holiday[]): Date | null {
  if (!window) return at
  try {
    return nextOpening(hoursOf(window, holidays), at)
  } catch (error) {
    if (error instanceof NoOpenTimeError) return null
    throw error
  }
}

/** The stretches of [from, to) in which a policy may page what it otherwise holds back; all of it without a window. */
export function openWindows(
  { window }: Paging,
  from: Date,
  to: Date,
  holidays: readonly Holiday[],
): { from: Date; to: Date }[] {
  return window ? openSegments(hoursOf(window, holidays), from, to) : [{ from, to }]
}

/** Hours past midnight belong to two days; a holiday closes its date, whatever else is open on it. */
function hoursOf({ timeZone, spans }: NonNullable<Paging['window']>, holidays: readonly Holiday[]): CalendarHours {
  const intervals = spans.flatMap(({ weekdays, from, to }) =>
    weekdays.flatMap((weekday) =>
      from < to
        ? [{ weekday, from, to }]
        : [
            { weekday, from, to: '24:00' },
            { weekday: (weekday % 7) + 1, from: '00:00', to },
          ],
    ),
  )
  return {
    timeZone,
    intervals: intervals.filter(({ from, to }) => from < to),
    holidays: holidays.map(({ date, name }) => ({ date, name })),
  }
}
