import type { Tx } from '@/lib/db'

/** The living policies that something may be pointed at, the default first. */
export async function policyChoices(tx: Tx): Promise<{ id: string; name: string }[]> {
  return tx.policy.findMany({
    where: { direction: 'IN', archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }],
  })
}

/** The newest run of each of these alerts or heartbeats. */
export async function runsFrom(tx: Tx, sourceIds: readonly string[]): Promise<Map<string, string>> {
  if (sourceIds.length === 0) return new Map()
  const rows = await tx.escalation.findMany({
    where: { sourceId: { in: [...sourceIds] } },
    select: { id: true, sourceId: true },
    orderBy: { openedAt: 'asc' },
  })
  return new Map(rows.map(({ id, sourceId }) => [sourceId ?? '', id]))
}
