import type { Tx } from '@/lib/db'
import { onCall } from './on-call'
import type { OnCall, Schedule } from './schema'

export type StoredSchedule = Schedule & { id: string; name: string }

/**
 * A schedule as the pure rules read it, with the overrides that end after `since` (all when absent); null when there is
 * none of that id. Staff and worker only: row security shows a partner none.
 */
export async function scheduleOf(tx: Tx, scheduleId: string, since?: Date): Promise<StoredSchedule | null> {
  const row = await tx.schedule.findFirst({
    where: { id: scheduleId },
    include: { rotations: { include: { versions: { orderBy: { validFrom: 'asc' } } } } },
  })
  if (!row) return null
  // Asked for apart: several relations of one question are asked at once, and a transaction has one connection.
  const rules = await tx.scheduleRule.findMany({ where: { scheduleId } })
  const overrides = await tx.scheduleOverride.findMany({
    where: { scheduleId, ...(since && { toAt: { gt: since } }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return {
    id: row.id,
    name: row.name,
    timeZone: row.timeZone,
    rotations: row.rotations.map(({ id, layer, versions }) => ({
      id,
      layer,
      versions: versions.map(({ validFrom, kind, length, anchor, participants }) => ({
        validFrom,
        kind: kind as Schedule['rotations'][number]['versions'][number]['kind'],
        length,
        anchor,
        participants,
      })),
    })),
    rules: rules.map(({ rotationId, weekdays, from, to }) => ({
      weekdays,
      from,
      to,
      ...(rotationId && { rotationId }),
    })),
    overrides: overrides.map(({ fromAt, toAt, addId, removeId }) => ({
      from: fromAt,
      to: toAt,
      add: addId,
      remove: removeId,
    })),
  }
}

/** The marketplace's default schedule, or null while it has none. */
export async function defaultScheduleId(tx: Tx): Promise<string | null> {
  const row = await tx.schedule.findFirst({ where: { isDefault: true, archivedAt: null }, select: { id: true } })
  return row?.id ?? null
}

/** Who answers at `now`; nobody when the schedule does not exist. */
export async function whoIsOnCall(tx: Tx, scheduleId: string, now: Date): Promise<OnCall> {
  const schedule = await scheduleOf(tx, scheduleId, now)
  return schedule ? onCall(schedule, now) : { primary: null, others: [] }
}
