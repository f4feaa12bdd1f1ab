import type { Tx } from '@/lib/db'
import { after, SECOND } from '@/lib/foundation/clock'
import { type Bundling, gatherPages } from './gather-pages'
import { roadOf } from './road'
import type { Channel, Claimed } from './schema'

/** How long a claimed delivery may stay in flight before any worker takes it back. A backstop: a dead worker is seen at once. */
export const LEASE_MS = 30_000

/** A row that is due and held to the end of the transaction. */
export type DueRow = {
  id: string
  kind: string
  recipientId: string | null
  channel: Channel
  address: string
  attempt: number
  bundleId: string | null
}

export type Claiming = {
  /** Pages of these kinds are gathered when one person gets many of them; null: never. */
  bundling?: Bundling | null
  /** Whether one more message may take this road now: `park` leaves it as it is, `off` makes it due later. */
  room?: (road: string, id: string) => 'go' | 'park' | 'off'
}

/**
 * Takes what is due among `ids` for this worker: SENDING, one attempt more, and the attempt's row, committed before
 * anything leaves. SKIP LOCKED keeps two workers apart; the conditions are read again under the lock, so an id that
 * somebody else took or settled is left out. A bundle comes whole, also with members that were not asked for. Answers in
 * the order of `ids`, what belongs together side by side (`bundleId`).
 */
export async function claimDeliveries(
  tx: Tx,
  now: Date,
  workerId: string,
  marketplaceId: string,
  ids: readonly string[],
  { bundling = null, room = () => 'go' }: Claiming = {},
): Promise<Claimed[]> {
  const due = await holdDue(tx, now, marketplaceId, ids)
  const leaving = bundling ? await gatherPages(tx, now, marketplaceId, due, bundling) : due.map((row) => [row])
  const verdicts = leaving.map((rows) => ({ rows, verdict: rows[0] ? room(roadOf(rows[0]), rows[0].id) : 'park' }))
  const idsOf = (wanted: string) =>
    verdicts.flatMap(({ rows, verdict }) => (verdict === wanted ? rows.map(({ id }) => id) : []))
  await putOff(tx, now, marketplaceId, idsOf('off'))
  return take(tx, now, workerId, marketplaceId, idsOf('go'))
}

async function holdDue(tx: Tx, now: Date, marketplaceId: string, ids: readonly string[]): Promise<DueRow[]> {
  const rows = await tx.$queryRaw<DueRow[]>`
    select id, kind, recipient_id as "recipientId", channel, address, attempt, bundle_id as "bundleId"
      from delivery
     where marketplace_id = ${marketplaceId}::uuid and id = any (${[...ids]}::uuid[])
       and status = 'PENDING' and next_attempt_at <= ${now}
       for update skip locked`
  return inOrder(rows, ids)
}

async function take(
  tx: Tx,
  now: Date,
  workerId: string,
  marketplaceId: string,
  ids: readonly string[],
): Promise<Claimed[]> {
  if (ids.length === 0) return []
  const lease = after(now, LEASE_MS)
  const taken = await tx.$queryRaw<Claimed[]>`
    with taken as (
      update delivery d
         set status = 'SENDING', attempt = d.attempt + 1, worker_id = ${workerId}::uuid,
             lease_until = ${lease}, next_attempt_at = null
       where d.marketplace_id = ${marketplaceId}::uuid and d.id = any (${[...ids]}::uuid[]) and d.status = 'PENDING'
      returning d.*
    ), written as (
      insert into delivery_attempt (marketplace_id, delivery_id, attempt, worker_id, started_at)
      select t.marketplace_id, t.id, t.attempt, ${workerId}::uuid, ${now} from taken t
    )
    select marketplace_id as "marketplaceId", id, kind, subject_kind as "subjectKind", subject_id as "subjectId",
           partner_id as "partnerId", recipient_id as "recipientId", channel, address, locale, payload, priority,
           epoch, loop, step, attempt, created_at as "createdAt", lease_until as "leaseUntil", bundle_id as "bundleId"
      from taken`
  return inOrder(taken, ids)
}

/** How far apart what cannot leave yet comes back, in milliseconds, and the longest it stays away. */
const APART = 25
const LONGEST_AWAY = 60 * SECOND

/** Makes them due a little later, one after the other, so that what waits for one host does not hide what waits for others. */
async function putOff(tx: Tx, now: Date, marketplaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const times = ids.map((_id, place) => after(now, Math.min(SECOND + place * APART, LONGEST_AWAY)))
  await tx.$executeRaw`
    update delivery d set next_attempt_at = w.at
      from unnest(${[...ids]}::uuid[], ${times}::timestamptz[]) as w (id, at)
     where d.marketplace_id = ${marketplaceId}::uuid and d.id = w.id and d.status = 'PENDING'`
}

function inOrder<Row extends { id: string }>(rows: readonly Row[], ids: readonly string[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
