import type { Tx } from '@/lib/db'

/**
 * Holds those of `ids` whose time has come, or whose owner may be gone, and that nobody else holds; answers their ids, most overdue first. SKIP LOCKED
 * keeps two workers off each other's runs, and a run that somebody is acknowledging right now is left for the next look.
 */
export async function lockDueRuns(tx: Tx, marketplaceId: string, ids: readonly string[], now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from escalation
     where marketplace_id = ${marketplaceId}::uuid and id = any (${[...ids]}::uuid[])
       and (next_at <= ${now} or state = 'ACKED')
     order by next_at
       for update skip locked`
  return rows.map(({ id }) => id)
}
