import type { Tx } from '@/lib/db'

export type ScheduleName = { id: string; name: string; isDefault: boolean; archived: boolean }

/** Every schedule there is, the default first: what a policy may name, and what those it names are called. */
export async function scheduleNames(tx: Tx): Promise<ScheduleName[]> {
  const rows = await tx.schedule.findMany({
    select: { id: true, name: true, isDefault: true, archivedAt: true },
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
  })
  return rows.map(({ archivedAt, ...row }) => ({ ...row, archived: archivedAt !== null }))
}
