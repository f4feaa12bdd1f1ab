import type { z } from 'zod/mini'
import { DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { fromWhen, localInstant } from './local-instant'
import {
  type EditRefusal,
  type endLayerInput,
  type hoursInput,
  hoursOf,
  type layerInput,
  longestStretchDays,
  type overrideInput,
  shortestShift,
  unitMinutes,
} from './schema'
import type { StoredOverride, StoredSchedule } from './store'

/*
 * What each edit makes of a schedule. Pure but for the ids of new rows: the preview and the save ask the same function,
 * so that what was shown is what is done. An edit that holds from an instant on takes back what was planned for later.
 */

export type Edited = Outcome<StoredSchedule, EditRefusal | 'not_found'>
export type Edit = (schedule: StoredSchedule, now: Date) => Edited

const most = { layers: 20 }

/** A new layer, or another version of one from `from` on; what was before stays. */
export function withLayer(input: z.output<typeof layerInput>): Edit {
  return (schedule, now) => {
    const { rotationId, name, kind, length, anchor, participants } = input
    const validFrom = fromWhen(schedule.timeZone, input.from, now)
    if (!validFrom) return refuse('in_the_past')
    if (unitMinutes[kind] * length < shortestShift) return refuse('shift_too_short')
    const version = { id: newId(), validFrom, kind, length, anchor, participants }
    if (rotationId) return changed(schedule, rotationId, (rotation) => ({ ...next(rotation, version), name }))
    if (schedule.rotations.length >= most.layers) return refuse('too_many_layers')
    const layer = Math.max(-1, ...schedule.rotations.map((rotation) => rotation.layer)) + 1
    return ok({ ...schedule, rotations: [...schedule.rotations, { id: newId(), layer, name, versions: [version] }] })
  }
}

/** From an instant on nobody takes part: the layer is kept for the past that it tells. */
export function withoutLayer(input: z.output<typeof endLayerInput>): Edit {
  return (schedule, now) => {
    const validFrom = fromWhen(schedule.timeZone, input.from, now)
    if (!validFrom) return refuse('in_the_past')
    const last = schedule.rotations.find(({ id }) => id === input.rotationId)?.versions.at(-1)
    if (!last) return refuse('not_found')
    if (last.participants.length === 0 && last.validFrom <= validFrom) return refuse('layer_ended')
    const { kind, length, anchor } = last
    const ended = { id: newId(), validFrom, kind, length, anchor, participants: [] }
    return changed(schedule, input.rotationId, (rotation) => next(rotation, ended))
  }
}

/** The weekday rules of one layer (or those of all layers) from an instant on. */
export function withHours(input: z.output<typeof hoursInput>): Edit {
  return (schedule, now) => {
    const validFrom = fromWhen(schedule.timeZone, input.from, now)
    if (!validFrom) return refuse('in_the_past')
    const rotationId = input.rotationId ?? undefined
    if (rotationId && !schedule.rotations.some(({ id }) => id === rotationId)) return refuse('not_found')
    const kept = schedule.rules
      .filter((rule) => rule.rotationId !== rotationId || rule.validFrom < validFrom)
      .map((rule) =>
        rule.rotationId === rotationId && (rule.validTo === null || rule.validTo > validFrom)
          ? { ...rule, validTo: validFrom }
          : rule,
      )
    const lines = hoursOf(input)
    if (lines.some(({ from, to }) => from === to || from === '24:00')) return refuse('hours_empty')
    const rule = { validFrom, validTo: null, ...(rotationId && { rotationId }) }
    const added = lines.map((line) => ({ id: newId(), ...line, ...rule }))
    return ok({ ...schedule, rules: [...kept, ...added] })
  }
}

/** Who stands in for whom during a stretch; what of it has passed already stays as it was. */
export function withOverride(input: z.output<typeof overrideInput>, by: string): Edit {
  return (schedule, now) => {
    const { add, remove } = input
    const from = input.from === '' ? now : localInstant(schedule.timeZone, input.from)
    const to = localInstant(schedule.timeZone, input.to, 'end')
    if (!from || !to || from >= to) return refuse('override_inverted')
    if (to <= now) return refuse('in_the_past')
    if (to.getTime() - from.getTime() > longestStretchDays * DAY) return refuse('override_inverted')
    if (add === remove) return refuse('override_empty')
    return ok(standIn(schedule, { from: from < now ? now : from, to, add, remove, createdById: by, createdAt: now }))
  }
}

/** The schedule with one more override, the last to be applied. */
export function standIn(schedule: StoredSchedule, override: Omit<StoredOverride, 'id'>): StoredSchedule {
  return { ...schedule, overrides: [...schedule.overrides, { id: newId(), ...override }] }
}

/** Takes an override back; one that is under way ends now, for what it has done is the past. */
export function withoutOverride(overrideId: string): Edit {
  return (schedule, now) => {
    const override = schedule.overrides.find(({ id }) => id === overrideId)
    if (!override) return refuse('not_found')
    if (override.to <= now) return refuse('in_the_past')
    const overrides =
      override.from < now
        ? schedule.overrides.map((one) => (one.id === overrideId ? { ...one, to: now } : one))
        : schedule.overrides.filter(({ id }) => id !== overrideId)
    return ok({ ...schedule, overrides })
  }
}

type StoredRotation = StoredSchedule['rotations'][number]

function changed(schedule: StoredSchedule, id: string, change: (rotation: StoredRotation) => StoredRotation): Edited {
  if (!schedule.rotations.some((rotation) => rotation.id === id)) return refuse('not_found')
  return ok({
    ...schedule,
    rotations: schedule.rotations.map((rotation) => (rotation.id === id ? change(rotation) : rotation)),
  })
}

/** One more version of a rotation; those planned for the same time or later were never in force and go. */
function next(rotation: StoredRotation, version: StoredRotation['versions'][number]): StoredRotation {
  return {
    ...rotation,
    versions: [...rotation.versions.filter(({ validFrom }) => validFrom < version.validFrom), version],
  }
}
