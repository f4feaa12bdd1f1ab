import { authorize, type StaffActor } from '@/lib/authz'
import { unreachableOf } from '@/lib/contacts'
import type { Tx } from '@/lib/db'
import { after, DAY } from '@/lib/foundation/clock'
import { asStaff } from '@/lib/tenancy'
import { clockChanges } from './clock-changes'
import { type Cover, openCovers } from './covers'
import { monthIn, monthOf } from './month'
import { everybodyIn, type Naming, named, namesOf } from './naming'
import { nextShiftOf } from './next-shift-of'
import { onCall } from './on-call'
import { participantsOf } from './participants'
import type { DutyNow, OnCall, SchedulePage, Shift, ShownCover, ShownShift } from './schema'
import { shifts } from './shifts'
import { defaultScheduleId, type StoredSchedule, scheduleOf, schedulesInUse } from './store'

type Asked = {
  /** 'YYYY-MM'; this month when absent or no month. */
  month?: string
  /** The default schedule when absent or none in use. */
  scheduleId?: string
  /** Whose month it is: the reader's zone; the schedule's own when absent. */
  zone?: string
}

/** How far outside the month the true beginning and end of its shifts are looked for. */
const SIGHT = 62 * DAY

/** A schedule for one month: who is on call when, what waits to be covered, whom a page would not reach; null without one. */
export async function schedulePage(actor: StaffActor, asked: Asked): Promise<SchedulePage | null> {
  if (!authorize(actor, 'schedule.read')) return null
  return asStaff(actor, async (tx, now) => {
    const inUse = await schedulesInUse(tx)
    const chosen =
      inUse.find(({ id }) => id === asked.scheduleId) ?? inUse.find(({ isDefault }) => isDefault) ?? inUse[0]
    const schedule = chosen && (await scheduleOf(tx, chosen.id))
    if (!schedule) return null
    const zone = asked.zone ?? schedule.timeZone
    const { month, previous, next, from, to } = monthIn(zone, asked.month) ?? monthOf(zone, now)
    const tiled = shifts(schedule, from, to)
    const around = shifts(schedule, after(from, -SIGHT), after(to, SIGHT))
    const present = onCall(schedule, now)
    const covers = await openCovers(tx, schedule.id, now)
    const participants = participantsOf(schedule)
    const asking = covers.flatMap(({ requestedById, askedId }) => [requestedById, askedId])
    const names = await namesOf(tx, [
      ...everybodyIn([...tiled, present]),
      ...participants,
      ...asking,
      ...schedule.overrides.map(({ remove }) => remove),
    ])
    return {
      now,
      month,
      previous,
      next,
      from,
      to,
      schedules: inUse,
      scheduleId: schedule.id,
      name: schedule.name,
      timeZone: schedule.timeZone,
      onCall: { ...named(names, present), until: untilOf(schedule, present, now) },
      shifts: tiled.map((shift) => shown(names, schedule, shift, around)),
      clockChanges: clockChanges(zone, from, to),
      covers: covers.map((cover) => shownCover(names, actor, cover)),
      unreachable: (await unreachableOf(tx, participants)).flatMap((id) => names(id) ?? []),
      allowed: { edit: authorize(actor, 'schedule.edit') },
    }
  })
}

function shown(names: Naming, schedule: StoredSchedule, shift: Shift, around: readonly Shift[]): ShownShift {
  const place = around.findIndex(({ from, to }) => from <= shift.from && shift.from < to)
  const whole = {
    from: place > 0 ? (around[place]?.from ?? null) : null,
    to: place < around.length - 1 ? (around[place]?.to ?? null) : null,
  }
  const turn = onCall({ ...schedule, overrides: [] }, shift.from)
  const standsIn =
    shift.primary === null || turn.primary === shift.primary
      ? []
      : schedule.overrides
          .filter(({ from, to, add }) => add === shift.primary && from <= shift.from && shift.from < to)
          .flatMap(({ remove }) => names(remove) ?? [])
  return { from: shift.from, to: shift.to, ...named(names, shift), standsIn, whole }
}

function shownCover(names: Naming, actor: StaffActor, cover: Cover): ShownCover {
  const { id, from, to, note, requestedById, askedId } = cover
  return {
    id,
    from,
    to,
    note,
    requestedBy: names(requestedById) ?? { membershipId: requestedById, name: '' },
    asked: names(askedId),
    allowed: { take: authorize(actor, 'cover.take', cover), withdraw: authorize(actor, 'cover.withdraw', cover) },
  }
}

function untilOf(schedule: StoredSchedule, { primary }: OnCall, now: Date): Date | null {
  return primary ? (nextShiftOf(schedule, primary, now)?.to ?? null) : null
}

/** "Am I on now? When next?" of one member of staff, and who is on call now. */
export async function dutyNow(tx: Tx, membershipId: string, now: Date): Promise<DutyNow> {
  const id = await defaultScheduleId(tx)
  const schedule = id && (await scheduleOf(tx, id, now))
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
      until: untilOf(schedule, present, now),
    },
    you: {
      onNow: current?.primary === true,
      current: current && { from: current.from, to: current.to },
      next: next && { from: next.from, to: next.to },
      reachable,
    },
  }
}
