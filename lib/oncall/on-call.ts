import { isOnDuty } from './duty-hours'
import type { OnCall, Override, Schedule } from './schema'
import { participantOf, turnAt, versionAt } from './turns'

/**
 * Who is on call at `instant`: a pure function of the schedule, with no state that could fall behind. The lowest layer
 * that covers the moment is primary, the others stand behind it in order; a person appears once. `primary` is null
 * only when nobody is on call.
 */
export function onCall(schedule: Schedule, instant: Date): OnCall {
  const time = instant.getTime()
  let people: string[] = []
  for (const rotation of [...schedule.rotations].sort((a, b) => a.layer - b.layer)) {
    const version = versionAt(rotation, time)
    if (!version || !isOnDuty(schedule, rotation, time)) continue
    const person = participantOf(version, turnAt(version, schedule.timeZone, time))
    if (person !== undefined) people.push(person)
  }
  for (const override of schedule.overrides) {
    if (override.from.getTime() <= time && time < override.to.getTime()) people = apply(override, people)
  }
  const [primary = null, ...others] = new Set(people)
  return { primary, others }
}

function apply({ add, remove }: Override, people: string[]): string[] {
  if (remove === null) return add === null ? people : [...people, add]
  if (add === null) return people.filter((person) => person !== remove)
  return people.map((person) => (person === remove ? add : person))
}
