import { isOnDuty } from './duty-hours'
import { gaps } from './gaps'
import type { Schedule, Stretch } from './schema'
import { versionAt } from './turns'

/**
 * The gaps that begin during [from, to) and that nobody meant: an override, or the end of a layer, takes the last person
 * off. Where the weekday hours end there is a gap by design, and nobody is warned of it each evening. Each with its end
 * when it is in sight before `horizon`.
 */
export function comingGaps(schedule: Schedule, from: Date, to: Date, horizon: Date): (Stretch | OpenStretch)[] {
  return gaps(schedule, from, horizon)
    .filter((gap) => gap.from > from && gap.from < to && !isByHours(schedule, gap.from.getTime()))
    .map((gap) => ({ from: gap.from, to: gap.to < horizon ? gap.to : null }))
}

type OpenStretch = { from: Date; to: null }

/** Whether it is the hours that send the last layer off duty at `instant`. */
function isByHours(schedule: Schedule, instant: number): boolean {
  const turning = (at: number) =>
    schedule.rotations.filter((rotation) => (versionAt(rotation, at)?.participants.length ?? 0) > 0)
  const rested = turning(instant)
  return (
    rested.length > 0 &&
    rested.every((rotation) => !isOnDuty(schedule, rotation, instant)) &&
    turning(instant - 1).some((rotation) => isOnDuty(schedule, rotation, instant - 1))
  )
}
