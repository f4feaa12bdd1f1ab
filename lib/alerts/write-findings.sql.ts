import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import type { Finding } from './schema'

/**
 * Writes what was reported: one row for each thing that goes wrong, from its first report until it is resolved. Two
 * reports of one fingerprint at once become one row, by its index; which is why this is one statement and no look first.
 * Every report asks the worker to look (considered_at), also a repeated one: a run that somebody closed while the alert
 * goes on firing is opened again. Ordered, so that two reports lock the same rows in the same order.
 */
export async function writeFiring(
  tx: Tx,
  now: Date,
  { marketplaceId, keyId }: { marketplaceId: string; keyId: string },
  findings: readonly Finding[],
): Promise<void> {
  const rows = findings
    .filter(({ state }) => state === 'firing')
    .map(({ fingerprint, title, detail, severity }) => ({ id: newId(), fingerprint, title, detail, severity }))
  if (rows.length === 0) return
  await tx.$executeRaw`
    insert into alert as a (marketplace_id, id, key_id, fingerprint, title, detail, severity, first_at, last_at)
    select ${marketplaceId}::uuid, r.id, ${keyId}::uuid, r.fingerprint, r.title, r.detail, r.severity, ${now}, ${now}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as r(id uuid, fingerprint text, title text, detail text, severity text)
     order by r.fingerprint
    on conflict (marketplace_id, key_id, fingerprint) where state = 'firing' do update
      set title = excluded.title, detail = excluded.detail, severity = least(a.severity, excluded.severity),
          last_at = greatest(a.last_at, excluded.last_at), reports = a.reports + 1, considered_at = null`
}

/**
 * Holds what a report speaks of, firing or over, before any of it is written: two reports that cross (one resolves what the
 * other tells of, and the other way round) take their rows in the same order, and neither waits for the other for ever.
 */
export async function lockFindings(tx: Tx, { keyId }: { keyId: string }, findings: readonly Finding[]): Promise<void> {
  const all = findings.map(({ fingerprint }) => fingerprint)
  // By the text itself and not by its row: what is reported for the first time has none yet. At most 32 locks, however long the report.
  await tx.$queryRaw`
    select pg_advisory_xact_lock(hashtext(${keyId}), w.part)::text
      from (select distinct hashtext(f) & 31 as part from unnest(${all}::text[]) f order by 1) w`
}

/** What is over; a fingerprint that nobody reported as firing is passed over. */
export async function writeResolved(
  tx: Tx,
  now: Date,
  { marketplaceId, keyId }: { marketplaceId: string; keyId: string },
  findings: readonly Finding[],
): Promise<void> {
  const over = findings.filter(({ state }) => state === 'resolved').map(({ fingerprint }) => fingerprint)
  if (over.length === 0) return
  await tx.$executeRaw`
    with held as (
      select marketplace_id, id from alert
       where marketplace_id = ${marketplaceId}::uuid and key_id = ${keyId}::uuid and state = 'firing'
         and fingerprint = any (${over}::text[])
       order by fingerprint for update
    )
    update alert a set state = 'resolved', resolved_at = ${now}, last_at = greatest(a.last_at, ${now}), considered_at = null
      from held h where a.marketplace_id = h.marketplace_id and a.id = h.id`
}
