import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import type { Prisma, Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { activePeople } from '@/lib/identity'
import { asStaff, wakeWorker } from '@/lib/tenancy'
import type { Edit } from './edits'
import { lockSchedule } from './lock-schedule.sql'
import type { EditRefusal } from './schema'
import { stampOf } from './stamp'
import { type StoredSchedule, scheduleOf } from './store'
import { writeDifference } from './write-difference'

export type ScheduleRefusal = EditRefusal | 'not_found' | 'not_allowed' | 'changed_meanwhile'

type Asked = {
  scheduleId: string
  /** The state that the page showed; absent for edits that contradict no other. */
  stamp?: string
  /** The name of the act in the audit log, and what is told there. */
  act: string
  said: Prisma.InputJsonObject
  /** Everybody whom the edit names. */
  people: readonly (string | null)[]
}

/**
 * One edit of a schedule, under its lock: the same function that the preview asked decides what it becomes, and only the
 * difference is written. Refused when somebody else has changed its layers or hours since the page was shown.
 */
export async function changeSchedule(
  actor: StaffActor,
  asked: Asked,
  edit: Edit,
): Promise<Outcome<{ scheduleId: string }, ScheduleRefusal>> {
  if (!authorize(actor, 'schedule.edit')) return refuse('not_allowed')
  return asStaff(actor, async (tx, now) => {
    await lockSchedule(tx, asked.scheduleId)
    const before = await scheduleOf(tx, asked.scheduleId, now)
    if (!before) return refuse('not_found')
    if (before.archivedAt) return refuse('schedule_archived')
    if (asked.stamp !== undefined && asked.stamp !== stampOf(before)) return refuse('changed_meanwhile')
    if (!(await areStaff(tx, asked.people))) return refuse('person_unknown')
    const after = edit(before, now)
    if (!after.ok) return after
    await writeDifference(tx, actor.marketplaceId, before, after.value)
    await lookSoon(tx, now, before.id)
    await recordAudit(tx, actor, now, {
      act: asked.act,
      subjectKind: 'schedule',
      subjectId: before.id,
      before: turnsOf(before),
      after: { ...asked.said, ...turnsOf(after.value) },
    })
    return ok({ scheduleId: before.id })
  })
}

/** The coming shifts are others now: the worker looks at once whether they reach their people. */
export async function lookSoon(tx: Tx, now: Date, scheduleId: string): Promise<void> {
  await tx.schedule.updateMany({ where: { id: scheduleId, archivedAt: null }, data: { nextLookAt: now } })
  await wakeWorker(tx)
}

/** Whether all of these work in support here now: nobody else is put on call. */
export async function areStaff(tx: Tx, people: readonly (string | null)[]): Promise<boolean> {
  const wanted = people.filter((id) => id !== null)
  if (wanted.length === 0) return true
  const staff = new Set((await activePeople(tx, { partnerId: null })).map(({ membershipId }) => membershipId))
  return wanted.every((id) => staff.has(id))
}

/** How the layers turn at last, for the audit log: ids, no names. */
function turnsOf({ rotations, rules }: StoredSchedule): Prisma.InputJsonObject {
  return {
    layers: rotations.map(({ id, name, versions }) => ({ id, name, ...plain(versions.at(-1)) })),
    rules: rules.filter(({ validTo }) => validTo === null).map(plain),
  }
}

function plain(row: object | undefined): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(row ?? {}))
}
