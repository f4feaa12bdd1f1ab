import type { Tx } from '@/lib/db'

/** When the time that a run now waits for was set; null when it never waited. */
export async function lastMoved(tx: Tx, escalationId: string): Promise<Date | null> {
  const rows = await tx.$queryRaw<{ at: Date }[]>`
    select at from escalation_event
     where escalation_id = ${escalationId}::uuid and data->>'nextAt' is not null
     order by seq desc limit 1`
  return rows[0]?.at ?? null
}
