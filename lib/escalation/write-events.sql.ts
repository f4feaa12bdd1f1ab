import type { Tx } from '@/lib/db'
import type { EscalationEvent } from './transition-types'

/** Appends the events of many runs in one statement. The key (run, seq) refuses a second event of the same number. */
export async function writeEvents(
  tx: Tx,
  marketplaceId: string,
  runs: readonly { id: string; events: readonly EscalationEvent[] }[],
): Promise<void> {
  const rows = runs.flatMap(({ id, events }) =>
    events.map(({ seq, at, kind, by, ...data }) => ({ id, seq, at: at.toISOString(), kind, by, data })),
  )
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into escalation_event (marketplace_id, escalation_id, seq, at, kind, author_id, data)
    select ${marketplaceId}::uuid, w.* from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.seq)}::int[], ${rows.map((row) => row.at)}::timestamptz[],
      ${rows.map((row) => row.kind)}::text[], ${rows.map((row) => row.by)}::uuid[],
      ${rows.map((row) => JSON.stringify(row.data))}::jsonb[]
    ) as w(id, seq, at, kind, author, data)`
}
