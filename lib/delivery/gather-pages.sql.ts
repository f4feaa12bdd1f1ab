import { Prisma, type Tx } from '@/lib/db'
import { after, DAY } from '@/lib/foundation/clock'
import type { DueRow } from './claim-deliveries.sql'
import type { Gathering } from './gather-pages'

/* Statements of gather-pages.ts. `person`: any row of hers; recipient, channel and address together are one reader. */

type Person = Pick<DueRow, 'recipientId' | 'channel' | 'address'>

const columns = Prisma.sql`id, kind, recipient_id as "recipientId", channel, address, attempt, bundle_id as "bundleId"`

const isHers = (marketplaceId: string, { recipientId, channel, address }: Person) => Prisma.sql`
  marketplace_id = ${marketplaceId}::uuid and recipient_id = ${recipientId}::uuid
  and channel = ${channel} and address = ${address}`

/** Nobody else counts the pages of this marketplace's people until this transaction is over: a few milliseconds. */
export async function holdPeople(tx: Tx, marketplaceId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${marketplaceId}, 7273))`
}

/** How many page messages went to her since then, or are on their way; a bundle counts once. A page older than a day does not. */
export async function leftLately(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  person: Person,
  kinds: readonly string[],
  since: Date,
): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct coalesce(bundle_id, id))::int as count from delivery
     where ${isHers(marketplaceId, person)} and kind = any (${[...kinds]}) and created_at > ${after(now, -DAY)}
       and (status = 'SENDING' or (status = 'SENT' and settled_at > ${since}))`
  return rows[0]?.count ?? 0
}

/** Most pages that one look gathers. */
const MOST = 500

/** Every page of hers that is due and was never tried, held; oldest first. */
export async function freshPagesOf(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  person: Person,
  kinds: readonly string[],
): Promise<DueRow[]> {
  return tx.$queryRaw<DueRow[]>`
    select ${columns} from delivery
     where ${isHers(marketplaceId, person)} and kind = any (${[...kinds]}) and status = 'PENDING'
       and attempt = 0 and bundle_id is null and next_attempt_at <= ${now}
     order by priority, next_attempt_at, id limit ${MOST}
       for update skip locked`
}

/** Her bundle that still waits and has a place left; null when there is none. */
export async function gatheringOf(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  person: Person,
  most: number,
): Promise<Gathering | null> {
  const rows = await tx.$queryRaw<Gathering[]>`
    select bundle_id as "bundleId", min(next_attempt_at) as "leavesAt", count(*)::int as members from delivery
     where ${isHers(marketplaceId, person)} and status = 'PENDING' and attempt = 0 and bundle_id is not null
     group by bundle_id having count(*) < ${most} and min(next_attempt_at) > ${now}
     order by 2 limit 1`
  return rows[0] ?? null
}

/** Puts each of these rows into its bundle, to leave at that moment. */
export async function gatherInto(
  tx: Tx,
  marketplaceId: string,
  rows: readonly { id: string; bundleId: string; leavesAt: Date }[],
): Promise<void> {
  const [ids, bundles, times] = [
    rows.map(({ id }) => id),
    rows.map(({ bundleId }) => bundleId),
    rows.map(({ leavesAt }) => leavesAt),
  ]
  await tx.$executeRaw`
    update delivery d set bundle_id = w.bundle_id, next_attempt_at = w.at
      from unnest(${ids}::uuid[], ${bundles}::uuid[], ${times}::timestamptz[]) as w (id, bundle_id, at)
     where d.marketplace_id = ${marketplaceId}::uuid and d.id = w.id and d.status = 'PENDING'`
}

/** How many of each of these bundles have not ended and are not under way, held by whomever. */
export async function waitingIn(
  tx: Tx,
  marketplaceId: string,
  bundleIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ bundleId: string; count: number }[]>`
    select bundle_id as "bundleId", count(*)::int as count from delivery
     where marketplace_id = ${marketplaceId}::uuid and bundle_id = any (${[...bundleIds]}::uuid[]) and status = 'PENDING'
     group by bundle_id`
  return new Map(rows.map(({ bundleId, count }) => [bundleId, count]))
}

/** What of these bundles has not ended, held, in the order in which it was planned. */
export async function holdBundles(tx: Tx, marketplaceId: string, bundleIds: readonly string[]): Promise<DueRow[]> {
  return tx.$queryRaw<DueRow[]>`
    select ${columns} from delivery
     where marketplace_id = ${marketplaceId}::uuid and bundle_id = any (${[...bundleIds]}::uuid[]) and status = 'PENDING'
     order by created_at, id
       for update skip locked`
}

/** These are no bundle any more: each leaves as its own message. */
export async function leaveAlone(tx: Tx, marketplaceId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    update delivery set bundle_id = null
     where marketplace_id = ${marketplaceId}::uuid and id = any (${[...ids]}::uuid[])`
}
