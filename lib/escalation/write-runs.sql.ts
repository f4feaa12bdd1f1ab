import type { Tx } from '@/lib/db'
import type { Run } from './run'

/** Writes the rows of many runs at once: one by one is too slow when thousands fall due together. */
export async function writeRuns(tx: Tx, marketplaceId: string, runs: readonly Run[]): Promise<void> {
  if (runs.length === 0) return
  const rows = runs.map(({ id, row, closedAt }) => ({ ...row, id, closedAt }))
  const time = (instant: Date | null) => instant?.toISOString() ?? null
  await tx.$executeRaw`
    update escalation e
       set severity = w.severity, state = w.state, epoch = w.epoch, loop = w.loop, step = w.step, next_at = w.next_at,
           acked_by_id = w.acked_by, acked_at = w.acked_at, assessed_by_id = w.assessed_by, assessed_at = w.assessed_at,
           closed_at = w.closed_at, last_seq = w.last_seq
      from unnest(
        ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.severity)}::text[],
        ${rows.map((row) => row.state)}::text[], ${rows.map((row) => row.epoch)}::int[],
        ${rows.map((row) => row.loop)}::int[], ${rows.map((row) => row.step)}::int[],
        ${rows.map((row) => time(row.nextAt))}::timestamptz[], ${rows.map((row) => row.ackedBy)}::uuid[],
        ${rows.map((row) => time(row.ackedAt))}::timestamptz[], ${rows.map((row) => row.confirmedBy)}::uuid[],
        ${rows.map((row) => time(row.confirmedAt))}::timestamptz[], ${rows.map((row) => time(row.closedAt))}::timestamptz[],
        ${rows.map((row) => row.lastSeq)}::int[]
      ) as w(id, severity, state, epoch, loop, step, next_at, acked_by, acked_at, assessed_by, assessed_at, closed_at, last_seq)
     where e.marketplace_id = ${marketplaceId}::uuid and e.id = w.id`
}
