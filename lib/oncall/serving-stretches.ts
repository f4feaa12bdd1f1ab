import type { Schedule, Stretch } from './schema'
import { shifts } from './shifts'

/** When `person` is on call during [from, to), first or behind, as stretches in order and as long as they can be. */
export function servingStretches(schedule: Schedule, person: string, from: Date, to: Date): Stretch[] {
  const found: Stretch[] = []
  for (const shift of shifts(schedule, from, to)) {
    if (shift.primary !== person && !shift.others.includes(person)) continue
    const last = found.at(-1)
    if (last?.to.getTime() === shift.from.getTime()) last.to = shift.to
    else found.push({ from: shift.from, to: shift.to })
  }
  return found
}
