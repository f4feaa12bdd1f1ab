import type { z } from 'zod/mini'
import { authorize, type StaffActor } from '@/lib/authz'
import { unreachableOf } from '@/lib/contacts'
import { after, DAY } from '@/lib/foundation/clock'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { areStaff, type ScheduleRefusal } from './change-schedule'
import { type Edit, withHours, withLayer, withOverride, withoutLayer, withoutOverride } from './edits'
import { gaps } from './gaps'
import { fromWhen, localInstant } from './local-instant'
import { everybodyIn, named, namesOf } from './naming'
import { scheduleEffect } from './schedule-effect'
import type {
  endLayerInput,
  hoursInput,
  layerInput,
  overrideIdInput,
  overrideInput,
  SchedulePreview,
  Stretch,
} from './schema'
import { stampOf } from './stamp'
import { scheduleOf } from './store'

/** An edit as its form has it, not done yet. */
export type AskedEdit =
  | { kind: 'layer'; input: z.output<typeof layerInput> }
  | { kind: 'end_layer'; input: z.output<typeof endLayerInput> }
  | { kind: 'hours'; input: z.output<typeof hoursInput> }
  | { kind: 'override'; input: z.output<typeof overrideInput> }
  | { kind: 'end_override'; input: z.output<typeof overrideIdInput> }

/** How far ahead of its beginning the effect of an edit is told. */
const HORIZON = 56 * DAY

/**
 * What an edit would do to who is on call, in the eight weeks from where it begins: told before anything is saved. Refused
 * where the save would be.
 */
export async function previewSchedule(
  actor: StaffActor,
  asked: AskedEdit,
): Promise<Outcome<SchedulePreview, ScheduleRefusal>> {
  if (!authorize(actor, 'schedule.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    const before = await scheduleOf(tx, asked.input.scheduleId, now)
    if (!before) return refuse('not_found')
    if (before.archivedAt) return refuse('schedule_archived')
    if ('stamp' in asked.input && asked.input.stamp !== stampOf(before)) return refuse('changed_meanwhile')
    if (!(await areStaff(tx, peopleIn(asked)))) return refuse('person_unknown')
    const edited = editOf(asked, actor.membershipId)(before, now)
    if (!edited.ok) return edited
    const window = windowOf(asked, before.timeZone, now)
    const effect = scheduleEffect(before, edited.value, window.from, window.to)
    const all = effect.changes.flatMap((change) => [change.before, change.after])
    const names = await namesOf(tx, everybodyIn(all))
    const arriving = everybodyIn(effect.changes.map((change) => change.after)).filter((id) => id !== null)
    const unreachable = await unreachableOf(tx, [...arriving, ...peopleIn(asked)])
    const callable = await namesOf(tx, unreachable)
    return ok({
      timeZone: before.timeZone,
      ...window,
      changes: effect.changes.map((change) => ({
        from: change.from,
        to: change.to,
        before: named(names, change.before),
        after: named(names, change.after),
      })),
      torn: effect.torn,
      filled: effect.filled,
      gaps: gaps(edited.value, window.from, window.to).filter((gap) => !effect.torn.some((one) => meets(one, gap))),
      unreachable: unreachable.flatMap((id) => callable(id) ?? []),
    })
  })
}

function editOf(asked: AskedEdit, by: string): Edit {
  switch (asked.kind) {
    case 'layer':
      return withLayer(asked.input)
    case 'end_layer':
      return withoutLayer(asked.input)
    case 'hours':
      return withHours(asked.input)
    case 'override':
      return withOverride(asked.input, by)
    case 'end_override':
      return withoutOverride(asked.input.overrideId)
  }
}

function peopleIn(asked: AskedEdit): string[] {
  if (asked.kind === 'layer') return asked.input.participants
  return asked.kind === 'override' && asked.input.add ? [asked.input.add] : []
}

/** From where the edit begins; an override is told to its end. */
function windowOf({ input }: AskedEdit, zone: string, now: Date): Stretch {
  const begins = 'from' in input ? fromWhen(zone, input.from, now) : null
  const from = begins ?? now
  const ends = 'to' in input ? localInstant(zone, input.to, 'end') : undefined
  const horizon = after(from, HORIZON)
  return { from, to: ends && ends > horizon ? ends : horizon }
}

function meets(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to
}
