import type { Tx } from '@/lib/db'
import { onCall } from './on-call'
import type { OnCall, Override, Rotation, RotationVersion, Schedule, ScheduleRule } from './schema'

export type StoredVersion = RotationVersion & { id: string }
export type StoredRotation = Omit<Rotation, 'versions'> & { name: string; versions: StoredVersion[] }
export type StoredRule = ScheduleRule & { id: string; validFrom: Date; validTo: Date | null }
export type StoredOverride = Override & { id: string; createdById: string; createdAt: Date }

/** A schedule as the pure rules read it, with the ids and authors of its rows. */
export type StoredSchedule = Omit<Schedule, 'rotations' | 'rules' | 'overrides'> & {
  id: string
  name: string
  isDefault: boolean
  archivedAt: Date | null
  rotations: StoredRotation[]
  rules: StoredRule[]
  overrides: StoredOverride[]
}

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
  const rules = await tx.scheduleRule.findMany({ where: { scheduleId }, orderBy: { id: 'asc' } })
  const overrides = await tx.scheduleOverride.findMany({
    where: { scheduleId, ...(since && { toAt: { gt: since } }) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return {
    id: row.id,
    name: row.name,
    timeZone: row.timeZone,
    isDefault: row.isDefault,
    archivedAt: row.archivedAt,
    rotations: row.rotations.map(({ id, layer, name, versions }) => ({
      id,
      layer,
      name,
      versions: versions.map(({ id: versionId, validFrom, kind, length, anchor, participants }) => ({
        id: versionId,
        validFrom,
        kind: kind as RotationVersion['kind'],
        length,
        anchor,
        participants,
      })),
    })),
    rules: rules.map(({ id, rotationId, weekdays, from, to, validFrom, validTo }) => ({
      id,
      weekdays,
      from,
      to,
      validFrom,
      validTo,
      ...(rotationId && { rotationId }),
    })),
    overrides: overrides.map(({ id, fromAt, toAt, addId, removeId, createdById, createdAt }) => ({
      id,
      from: fromAt,
      to: toAt,
      add: addId,
      remove: removeId,
      createdById,
      createdAt,
    })),
  }
}

/** The marketplace's default schedule, or null while it has none. */
export async function defaultScheduleId(tx: Tx): Promise<string | null> {
  const row = await tx.schedule.findFirst({ where: { isDefault: true, archivedAt: null }, select: { id: true } })
  return row?.id ?? null
}

/** The schedules in use, the default one first, then by name. */
export async function schedulesInUse(tx: Tx): Promise<{ id: string; name: string; isDefault: boolean }[]> {
  return tx.schedule.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true, isDefault: true },
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }, { id: 'asc' }],
  })
}

/** Who answers at `now`; nobody when the schedule does not exist. */
export async function whoIsOnCall(tx: Tx, scheduleId: string, now: Date): Promise<OnCall> {
  const schedule = await scheduleOf(tx, scheduleId, now)
  return schedule ? onCall(schedule, now) : { primary: null, others: [] }
}
