import { authorize, type StaffActor } from '@/lib/authz'
import { unreachableOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { peopleOf } from '@/lib/identity'
import { asStaff } from '@/lib/tenancy'

import { monthIn, monthOf } from './month'
import { nextShiftOf } from './next-shift-of'
import { onCall } from './on-call'
import type { DutyNow, PersonRef, SchedulePage } from './schema'
import { shifts } from './shifts'
import { defaultScheduleId, type StoredSchedule, scheduleOf } from './store'

/** The marketplace's default schedule for one month of its own zone ('YYYY-MM', this month when absent or no month); null without one. */
export async function schedulePage(actor: StaffActor, { month }: { month?: string }): Promise<SchedulePage | null> {
  if (!authorize(actor, 'schedule.read')) return null
  return asStaff(actor, async (tx, now) => {
    const schedule = await defaultSchedule(tx)
    if (!schedule) return null
    const shown = monthIn(schedule.timeZone, month) ?? monthOf(schedule.timeZone, now)
    const tiled = shifts(schedule, shown.from, shown.to)
    const present = onCall(schedule, now)
    const participants = participantsOf(schedule)
    const serving = tiled.flatMap(({ primary, others }) => [primary, ...others])
    const names = await namesOf(tx, [...serving, present.primary, ...present.others, ...participants])
    const unreachable = await unreachableOf(tx, participants)
    return {
      now,
      month: shown.month,
      previous: shown.previous,
      next: shown.next,
      scheduleId: schedule.id,
      name: schedule.name,
      timeZone: schedule.timeZone,
      onCall: named(names, present),
      shifts: tiled.map((shift) => ({ from: shift.from, to: shift.to, ...named(names, shift) })),
      unreachable: unreachable.flatMap((id) => names(id) ?? []),
    }
  })
}

/** "Am I on now? When next?" of one member of staff, and who is on call now. */
export async function dutyNow(tx: Tx, membershipId: string, now: Date): Promise<DutyNow> {
  const schedule = await defaultSchedule(tx)
  const reachable = (await unreachableOf(tx, [membershipId])).length === 0
  if (!schedule) return { schedule: null, you: { onNow: false, current: null, next: null, reachable } }
  const present = onCall(schedule, now)
  const names = await namesOf(tx, [present.primary, ...present.others])
  const first = nextShiftOf(schedule, membershipId, now)
  const current = first?.underWay ? first : null
  // A stretch under way: the one to look forward to comes after it.
  const next = current ? current.to && nextShiftOf(schedule, membershipId, current.to) : first
  return {
    schedule: {
      name: schedule.name,
      timeZone: schedule.timeZone,
      ...named(names, present),
      until: present.primary ? (nextShiftOf(schedule, present.primary, now)?.to ?? null) : null,
    },
    you: {
      onNow: current?.primary === true,
      current: current && { from: current.from, to: current.to },
      next: next && { from: next.from, to: next.to },
      reachable,
    },
  }
}

async function defaultSchedule(tx: Tx): Promise<StoredSchedule | null> {
  const id = await defaultScheduleId(tx)
  return id ? scheduleOf(tx, id) : null
}

function participantsOf(schedule: StoredSchedule): string[] {
  const latest = schedule.rotations.flatMap(({ versions }) => versions.at(-1)?.participants ?? [])
  return [...new Set(latest)]
}

type Naming = (id: string | null) => PersonRef | null

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Naming> {
  const people = await peopleOf(
    tx,
    ids.filter((id) => id !== null),
  )
  return (id) => (id ? { membershipId: id, name: people.get(id)?.name ?? '' } : null)
}

function named(names: Naming, { primary, others }: { primary: string | null; others: readonly string[] }) {
  return { primary: names(primary), others: others.flatMap((id) => names(id) ?? []) }
}
