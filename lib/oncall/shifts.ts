import { dutyEdges } from './duty-hours'
import { onCall } from './on-call'
import type { OnCall, Rotation, Schedule, Shift } from './schema'
import { beginOfTurn, turnAt, versionAt } from './turns'

/**
 * The shifts of [from, to) in order. They tile it: each begins where the one before ended, a gap in the cover is a shift
 * without a primary, and two neighbours never name the same people. Empty when `to` is not after `from`.
 */
export function shifts(schedule: Schedule, from: Date, to: Date): Shift[] {
  const tiled: Shift[] = []
  const edges = edgesOf(schedule, from.getTime(), to.getTime())
  for (const [index, edge] of edges.entries()) {
    const people = onCall(schedule, new Date(edge))
    const end = new Date(edges[index + 1] ?? to)
    const last = tiled.at(-1)
    if (last && samePeople(last, people)) last.to = end
    else tiled.push({ from: new Date(edge), to: end, ...people })
  }
  return tiled
}

/** Every instant of [from, to) at which who is on call may change, in order, beginning with `from`. */
function edgesOf(schedule: Schedule, from: number, to: number): number[] {
  if (!(from < to)) return []
  const edges = new Set([from])
  const note = (time: number) => {
    if (from < time && time < to) edges.add(time)
  }
  for (const rotation of schedule.rotations)
    for (const edge of turnEdges(rotation, schedule.timeZone, from, to)) note(edge)
  for (const rule of schedule.rules) for (const edge of dutyEdges(rule, schedule.timeZone, from, to)) note(edge)
  for (const override of schedule.overrides) {
    note(override.from.getTime())
    note(override.to.getTime())
  }
  return [...edges].sort((a, b) => a - b)
}

/** Hand-offs and changes of version of one rotation, each version's only while it is valid. */
function* turnEdges(rotation: Rotation, zone: string, from: number, to: number): Generator<number> {
  const changes = rotation.versions
    .map(({ validFrom }) => validFrom.getTime())
    .filter((time) => from < time && time < to)
  const starts = [from, ...changes].sort((a, b) => a - b)
  for (const [index, start] of starts.entries()) {
    yield start
    const version = versionAt(rotation, start)
    if (!version) continue
    const end = starts[index + 1] ?? to
    for (let turn = turnAt(version, zone, start) + 1; ; turn++) {
      const begins = beginOfTurn(version, zone, turn)
      if (begins >= end) break
      yield begins
    }
  }
}

/** Whether the same people answer, in the same order. */
export function samePeople(one: OnCall, other: OnCall): boolean {
  return (
    one.primary === other.primary &&
    one.others.length === other.others.length &&
    one.others.every((person, index) => person === other.others[index])
  )
}
