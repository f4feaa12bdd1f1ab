import { addBusiness, type CalendarHours, NoOpenTimeError, nextOpening } from '@/lib/calendar'
import { after, MINUTE } from '@/lib/foundation/clock'
import { type Clock, type Rung, rungs } from './schema'
import { warnAt } from './warn-at'

/** Business minutes before the deadline at which its people are warned, and after it at which who is on call is paged. */
export type Ladder = { warnMinutes: number | null; pageMinutes: number | null }

/** A rung and when it falls due. */
export type RungDue = { rung: Rung; at: Date }

/** How far a ladder has been climbed: 0 nobody was told, else the place of the last rung, counted from 1. */
export type Told = number

/**
 * The rungs of a running promise, each with its time; none while it stands still or has ended (invariant 26). A deadline
 * that comes in the very instant of an answer is kept, so that it is broken a millisecond later. What counts towards the
 * page is our turn after the breach, like all that went before.
 */
export function rungsOf(calendar: CalendarHours, clock: Clock, { warnMinutes, pageMinutes }: Ladder): RungDue[] {
  const { dueAt, runningSince } = clock
  if (!dueAt || !runningSince) return []
  const found: RungDue[] = []
  const warning = warnMinutes === null ? null : warnAt(calendar, clock, warnMinutes * MINUTE)
  if (warning) found.push({ rung: 'warning', at: warning })
  const breach = after(dueAt, 1)
  found.push({ rung: 'breach', at: breach })
  const page = pageMinutes === null ? null : pageAt(calendar, clock, runningSince, pageMinutes * MINUTE)
  if (page) found.push({ rung: 'page', at: page < breach ? breach : page })
  return found
}

function pageAt(calendar: CalendarHours, clock: Clock, since: Date, lateBy: number): Date | null {
  const left = clock.target + lateBy - clock.consumed
  try {
    return left > 0 ? addBusiness(calendar, since, left) : nextOpening(calendar, since)
  } catch (error) {
    if (error instanceof NoOpenTimeError) return null
    throw error
  }
}

/** The rung to climb next; null when the top is reached. */
export function nextRung(found: readonly RungDue[], told: Told): RungDue | null {
  return found.find(({ rung }) => placeOf(rung) > told) ?? null
}

/** What was told and still holds: a deadline that has moved away is warned of, and may break, once more. */
export function stillTold(found: readonly RungDue[], told: Told, now: Date): Told {
  let still = told
  for (const { rung, at } of [...found].reverse()) if (placeOf(rung) === still && at > now) still--
  return still
}

export function placeOf(rung: Rung): Told {
  return rungs.indexOf(rung) + 1
}
