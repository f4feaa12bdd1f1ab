import type { Tx } from '@/lib/db'
import type { StoredSchedule } from './store'

/** What a schedule has become, row by row. What has been in force is never touched; the database refuses it too. */
export async function writeDifference(
  tx: Tx,
  marketplaceId: string,
  before: StoredSchedule,
  after: StoredSchedule,
): Promise<void> {
  const scheduleId = before.id
  await writeRotations(tx, marketplaceId, before, after)
  const rules = differenceOf(before.rules, after.rules)
  await tx.scheduleRule.deleteMany({ where: { id: { in: rules.gone } } })
  for (const { id, validTo } of rules.changed) await tx.scheduleRule.updateMany({ where: { id }, data: { validTo } })
  await tx.scheduleRule.createMany({
    data: rules.added.map(({ rotationId = null, ...rule }) => ({ marketplaceId, scheduleId, rotationId, ...rule })),
  })
  const overrides = differenceOf(before.overrides, after.overrides)
  // One that ends earlier is written anew under its own id and time, so that it keeps its place among the others.
  const written = [...overrides.changed, ...overrides.added]
  await tx.scheduleOverride.deleteMany({ where: { id: { in: [...overrides.gone, ...overrides.changed.map(idOf)] } } })
  await tx.scheduleOverride.createMany({
    data: written.map(({ from, to, add, remove, ...row }) => ({
      marketplaceId,
      scheduleId,
      fromAt: from,
      toAt: to,
      addId: add,
      removeId: remove,
      ...row,
    })),
  })
}

async function writeRotations(tx: Tx, marketplaceId: string, before: StoredSchedule, after: StoredSchedule) {
  const { added, changed } = differenceOf(before.rotations, after.rotations)
  await tx.rotation.createMany({
    data: added.map(({ id, layer, name }) => ({ marketplaceId, scheduleId: before.id, id, layer, name })),
  })
  for (const { id, name } of changed) await tx.rotation.updateMany({ where: { id }, data: { name } })
  const versions = differenceOf(versionsOf(before), versionsOf(after))
  await tx.rotationVersion.deleteMany({ where: { id: { in: versions.gone } } })
  await tx.rotationVersion.createMany({ data: versions.added.map((version) => ({ marketplaceId, ...version })) })
}

function versionsOf({ rotations }: StoredSchedule) {
  return rotations.flatMap(({ id: rotationId, versions }) => versions.map((version) => ({ rotationId, ...version })))
}

type Difference<Row> = { added: Row[]; changed: Row[]; gone: string[] }

/** By id; a row that is the same object is the same row. */
function differenceOf<Row extends { id: string }>(before: readonly Row[], after: readonly Row[]): Difference<Row> {
  const old = new Map(before.map((row) => [row.id, row]))
  const left = new Set(after.map(idOf))
  return {
    added: after.filter(({ id }) => !old.has(id)),
    changed: after.filter((row) => old.has(row.id) && JSON.stringify(old.get(row.id)) !== JSON.stringify(row)),
    gone: before.map(idOf).filter((id) => !left.has(id)),
  }
}

function idOf({ id }: { id: string }): string {
  return id
}
