import * as z from 'zod/mini'
import { dayNumberOf, isZone, minutesOf } from '@/lib/calendar/schema'

/** Minutes of one unit of a rotation's length, counted on the wall clock: a day is a day also when it has 23 hours. */
export const unitMinutes = { custom: 1, hourly: 60, daily: 1440, weekly: 10_080 } as const

/** Shortest shift in minutes. */
export const shortestShift = 15

/** Why a schedule is refused; the form turns each into a sentence. */
export type ScheduleRefusal =
  | 'unknown_zone'
  | 'invalid_time'
  | 'shift_too_short'
  | 'layer_twice'
  | 'rotation_unknown'
  | 'rule_empty'
  | 'override_inverted'
  | 'override_empty'

const why = (reason: ScheduleRefusal) => ({ error: reason })

const membershipId = z.string().check(z.minLength(1), z.maxLength(64))
const localTime = z.string().check(z.refine((text) => minutesOf(text) !== undefined, why('invalid_time')))

/**
 * How a rotation turns from `validFrom` on, until the next version. The shift of `participants[0]` begins at `anchor`
 * (local, 'YYYY-MM-DDTHH:MM'); every `length` units of `kind` the next one takes over, at the same local time all year.
 * `custom` counts minutes. Times before the anchor are counted backwards. No participants: the rotation has ended.
 */
export const rotationVersion = z
  .strictObject({
    validFrom: z.date(),
    kind: z.enum(['daily', 'weekly', 'hourly', 'custom']),
    length: z.int().check(z.gte(1), z.lte(100_000)),
    anchor: z.string().check(z.refine((text) => wallOfAnchor(text) !== undefined, why('invalid_time'))),
    participants: z.array(membershipId).check(z.maxLength(100)),
  })
  .check(z.refine(({ kind, length }) => unitMinutes[kind] * length >= shortestShift, why('shift_too_short')))

/** A layer of the schedule: the lowest covering layer is paged first. Versions are immutable and only ever added. */
export const rotation = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  layer: z.int().check(z.gte(0), z.lte(100)),
  versions: z.array(rotationVersion).check(z.minLength(1)),
})

/**
 * Local hours during which a rotation is on duty: one rotation, or all when `rotationId` is absent. `to` at or before
 * `from` means the next day (22:00-06:00 belongs to the weekday it begins on). In force during [validFrom, validTo), for
 * ever where they are absent. A rotation for which no rule is in force is on duty always.
 */
export const scheduleRule = z
  .strictObject({
    weekdays: z.array(z.int().check(z.gte(1), z.lte(7))).check(z.minLength(1), z.maxLength(7)),
    from: localTime,
    to: localTime,
    rotationId: z.optional(z.string()),
    validFrom: z.optional(z.date()),
    validTo: z.optional(z.nullable(z.date())),
  })
  .check(z.refine(({ from, to }) => from !== to && from !== '24:00', why('rule_empty')))

/**
 * During [from, to): `add` alone stands in behind whoever is on call (first when nobody is), `remove` alone takes a
 * person off, both together put `add` in `remove`'s place and do nothing while `remove` is not on call.
 */
export const override = z
  .strictObject({ from: z.date(), to: z.date(), add: z.nullable(membershipId), remove: z.nullable(membershipId) })
  .check(
    z.refine(({ from, to }) => from < to, why('override_inverted')),
    z.refine(({ add, remove }) => (add !== null || remove !== null) && add !== remove, why('override_empty')),
  )

/** Overrides apply in the order of the list: the order in which people made them. */
export const schedule = z
  .strictObject({
    timeZone: z.string().check(z.refine(isZone, why('unknown_zone'))),
    rotations: z.array(rotation).check(
      z.maxLength(20),
      z.refine((all) => new Set(all.map(({ layer }) => layer)).size === all.length, why('layer_twice')),
    ),
    rules: z.array(scheduleRule).check(z.maxLength(100)),
    overrides: z.array(override),
  })
  .check(
    z.refine(
      ({ rotations, rules }) =>
        rules.every(({ rotationId }) => rotationId === undefined || rotations.some(({ id }) => id === rotationId)),
      { ...why('rotation_unknown'), path: ['rules'] },
    ),
  )

export type Schedule = z.infer<typeof schedule>
export type Rotation = z.infer<typeof rotation>
export type RotationVersion = z.infer<typeof rotationVersion>
export type ScheduleRule = z.infer<typeof scheduleRule>
export type Override = z.infer<typeof override>

/** Who answers at one moment: membership ids, the one paged first and those behind, in order of layer. */
export type OnCall = { primary: string | null; others: string[] }

/** A stretch of time, `from` inclusive, `to` exclusive. */
export type Stretch = { from: Date; to: Date }

/** [from, to) during which the same people answer; `primary` null is a gap in the cover. */
export type Shift = OnCall & { from: Date; to: Date }

/** A clock of a zone is moved at `at`, forward by `minutes` (back where negative). */
export type ClockChange = { at: Date; minutes: number }

/** What an edit does: who would have been on call and who now is, and the gaps that it tears and fills. */
export type ScheduleEffect = {
  changes: (Stretch & { before: OnCall; after: OnCall })[]
  torn: Stretch[]
  filled: Stretch[]
}

/** A person's stretch on call. `to` is null when no end is in sight within a year. */
export type NextShift = { from: Date; to: Date | null; primary: boolean; underWay: boolean }

/** Wall milliseconds (the local time read as UTC) of 'YYYY-MM-DDTHH:MM', or undefined when it is no local time. */
export function wallOfAnchor(anchor: string): number | undefined {
  const [date = '', time = ''] = anchor.split('T')
  const day = dayNumberOf(date)
  const minutes = minutesOf(time)
  return day === undefined || minutes === undefined || minutes === 1440 ? undefined : (day * 1440 + minutes) * 60_000
}

export * from './edit-input'
export * from './view-types'
