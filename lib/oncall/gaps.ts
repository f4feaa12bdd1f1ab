import type { Schedule, Stretch } from './schema'
import { shifts } from './shifts'

/** The stretches of [from, to) during which nobody is on call, in order and as long as they can be. */
export function gaps(schedule: Schedule, from: Date, to: Date): Stretch[] {
  return shifts(schedule, from, to)
    .filter(({ primary }) => primary === null)
    .map((shift) => ({ from: shift.from, to: shift.to }))
}
