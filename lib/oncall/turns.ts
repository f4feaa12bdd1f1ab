import { instantOfWall, wallAt } from '@/lib/calendar'
import { type Rotation, type RotationVersion, unitMinutes, wallOfAnchor } from './schema'

/** The version that a rotation follows at `instant` (epoch ms), undefined before its first. */
export function versionAt(rotation: Rotation, instant: number): RotationVersion | undefined {
  let current: RotationVersion | undefined
  for (const version of rotation.versions) {
    const begins = version.validFrom.getTime()
    if (begins <= instant && (!current || begins >= current.validFrom.getTime())) current = version
  }
  return current
}

/**
 * Which turn is under way at `instant`: 0 is the one that begins at the anchor, negative ones come before it. Turns are
 * counted on the wall clock and all hand-offs take the same edge, so the local hand-off time stays the same all year; a
 * turn that falls into a skipped hour has no length.
 */
export function turnAt(version: RotationVersion, zone: string, instant: number): number {
  let turn = Math.floor((wallAt(zone, instant) - anchorOf(version)) / lengthOf(version))
  // In a repeated hour the wall shows again what was before a hand-off that has already happened.
  while (beginOfTurn(version, zone, turn + 1) <= instant) turn++
  return turn
}

/** The instant (epoch ms) at which turn number `turn` begins. */
export function beginOfTurn(version: RotationVersion, zone: string, turn: number): number {
  return instantOfWall(zone, anchorOf(version) + turn * lengthOf(version), 'start')
}

/** Whose turn it is, undefined when nobody takes part. */
export function participantOf(version: RotationVersion, turn: number): string | undefined {
  const count = version.participants.length
  return version.participants[((turn % count) + count) % count]
}

function anchorOf(version: RotationVersion): number {
  const wall = wallOfAnchor(version.anchor)
  if (wall === undefined) throw new RangeError(`no such local time: ${version.anchor}`)
  return wall
}

function lengthOf(version: RotationVersion): number {
  return unitMinutes[version.kind] * version.length * 60_000
}
