import type { NextShift, Schedule } from './schema'
import { shifts } from './shifts'

const day = 86_400_000
const lookDays = 28
const horizonDays = 392

/**
 * The stretch that `membershipId` is on call at `from`, or the next one after it; null when none comes within a year.
 * A stretch under way begins at `from` here. Asked again at its `to`, it tells the one after: "on now? next?".
 * A stretch ends when its person moves from first to behind or back.
 */
export function nextShiftOf(schedule: Schedule, membershipId: string, from: Date): NextShift | null {
  let found: NextShift | null = null
  for (let ahead = 0; ahead < horizonDays; ahead += lookDays) {
    const start = new Date(from.getTime() + ahead * day)
    for (const shift of shifts(schedule, start, new Date(start.getTime() + lookDays * day))) {
      const primary = shift.primary === membershipId
      const serves = primary || shift.others.includes(membershipId)
      if (found && (!serves || found.primary !== primary)) return { ...found, to: shift.from }
      if (!found && serves)
        found = { from: shift.from, to: null, primary, underWay: shift.from.getTime() === from.getTime() }
    }
  }
  return found
}
