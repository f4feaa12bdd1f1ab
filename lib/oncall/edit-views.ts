import { authorize, type StaffActor } from '@/lib/authz'
import { unreachableOf } from '@/lib/contacts'
import { activePeople } from '@/lib/identity'
import { asStaff } from '@/lib/tenancy'
import type { UsesOfSchedule } from './archive-schedule'
import { type Naming, namesOf } from './naming'
import type { CoverForm, RotationVersion, ScheduleEditPage, ShownHours, ShownLayer, ShownTurns } from './schema'
import { servingStretches } from './serving-stretches'
import { stampOf } from './stamp'
import { type StoredRule, type StoredSchedule, scheduleOf, schedulesInUse } from './store'
import { versionAt } from './turns'

/** A schedule with all that can be edited, and what names it (`uses` asks the rooms above); null for who may not, or when there is none of that id in use. */
export async function scheduleEditPage(
  actor: StaffActor,
  { scheduleId }: { scheduleId?: string },
  uses: UsesOfSchedule,
): Promise<ScheduleEditPage | null> {
  if (!authorize(actor, 'schedule.edit')) return null
  return asStaff(actor, async (tx, now) => {
    const inUse = await schedulesInUse(tx)
    const chosen = scheduleId ? inUse.find(({ id }) => id === scheduleId) : inUse[0]
    const schedule = chosen && (await scheduleOf(tx, chosen.id, now))
    if (!schedule) return null
    const people = (await activePeople(tx, { partnerId: null })).map(({ membershipId }) => membershipId)
    const deaf = new Set(await unreachableOf(tx, people))
    const named = schedule.overrides.flatMap(({ add, remove, createdById }) => [add, remove, createdById])
    const taking = schedule.rotations.flatMap(({ versions }) => versions.flatMap(({ participants }) => participants))
    const names = await namesOf(tx, [...people, ...named, ...taking])
    return {
      now,
      schedules: inUse,
      scheduleId: schedule.id,
      name: schedule.name,
      timeZone: schedule.timeZone,
      isDefault: schedule.isDefault,
      usedBy: [...(await uses(tx, schedule.id))],
      stamp: stampOf(schedule),
      layers: layersOf(schedule, now, names),
      hours: hoursOf(schedule, undefined, now),
      overrides: [...schedule.overrides]
        .sort((a, b) => a.from.getTime() - b.from.getTime())
        .map(({ id, from, to, add, remove, createdById }) => ({
          id,
          from,
          to,
          add: names(add),
          remove: names(remove),
          by: names(createdById) ?? { membershipId: createdById, name: '' },
        })),
      staff: people.flatMap((id) => {
        const person = names(id)
        return person ? [{ ...person, reachable: !deaf.has(id) }] : []
      }),
    }
  })
}

function layersOf(schedule: StoredSchedule, now: Date, names: Naming): ShownLayer[] {
  const shown = (version: RotationVersion): ShownTurns => ({
    ...version,
    people: version.participants.flatMap((id) => names(id) ?? []),
  })
  return [...schedule.rotations]
    .sort((a, b) => a.layer - b.layer)
    .map((rotation) => {
      const current = versionAt(rotation, now.getTime()) ?? null
      return {
        rotationId: rotation.id,
        layer: rotation.layer,
        name: rotation.name,
        current: current && current.participants.length > 0 ? shown(current) : null,
        planned: rotation.versions.filter(({ validFrom }) => validFrom > now).map(shown),
        hours: hoursOf(schedule, rotation.id, now),
      }
    })
}

/** The weekday rules that are in force or planned, of one layer or of all. */
function hoursOf({ rules }: StoredSchedule, rotationId: string | undefined, now: Date): ShownHours[] {
  return rules
    .filter((rule) => rule.rotationId === rotationId && (!rule.validTo || rule.validTo > now))
    .map(asHours(now))
}

function asHours(now: Date) {
  return ({ weekdays, from, to, validFrom, validTo }: StoredRule): ShownHours => ({
    weekdays,
    from,
    to,
    // What holds already holds; since when is history.
    validFrom: validFrom > now ? validFrom : null,
    validTo,
  })
}

/** How far ahead one's own shifts are offered to be covered, in milliseconds. */
const AHEAD = 92 * 86_400_000

/** What a request for cover is written on: one's own shifts that come, and whom one may ask. Null when there is no schedule. */
export async function coverForm(actor: StaffActor, { scheduleId }: { scheduleId: string }): Promise<CoverForm | null> {
  if (!authorize(actor, 'cover.ask')) return null
  return asStaff(actor, async (tx, now) => {
    const schedule = await scheduleOf(tx, scheduleId, now)
    if (!schedule || schedule.archivedAt) return null
    const me = actor.membershipId
    const staff = (await activePeople(tx, { partnerId: null })).filter(({ membershipId }) => membershipId !== me)
    return {
      now,
      scheduleId,
      name: schedule.name,
      timeZone: schedule.timeZone,
      shifts: servingStretches(schedule, me, now, new Date(now.getTime() + AHEAD)),
      colleagues: staff.map(({ membershipId, name }) => ({ membershipId, name })),
    }
  })
}
