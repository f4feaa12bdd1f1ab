import type { Tx } from '@/lib/db'
import { after, SECOND } from '@/lib/foundation/clock'
import { settingsOf } from '@/lib/marketplace'
import type { DueRow } from './claim-deliveries.sql'
import {
  freshPagesOf,
  gatherInto,
  gatheringOf,
  holdBundles,
  holdPeople,
  leaveAlone,
  leftLately,
  waitingIn,
} from './gather-pages.sql'

/** Which kinds are pages: only they are gathered. */
export type Bundling = { kinds: readonly string[] }

/** Most pages in one message: its page and its mail stay readable, and light. */
export const MOST_IN_BUNDLE = 25
/** What is gathered leaves after this part of the window: a minute's pages make a handful of messages, none of them late. */
const PARTS = 6

/**
 * What of this leaves now, as messages: most alone, some as one message with several rows. Of the pages for one person at
 * one address the first few within the window leave at once. What comes beyond is gathered for a moment and leaves as one
 * message: its first row lends it its id and carries the others (`bundle_id`). A row that was tried before stays what
 * it was, alone or in its bundle: the same id must never say something more.
 */
export async function gatherPages(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  due: readonly DueRow[],
  { kinds }: Bundling,
): Promise<DueRow[][]> {
  const isFresh = (row: DueRow) =>
    kinds.includes(row.kind) && row.recipientId !== null && row.attempt === 0 && row.bundleId === null
  const bundles = await wholeBundles(tx, marketplaceId, due)
  const fresh = due.filter(isFresh)
  const stays = fresh.length > 0 ? await gathered(tx, now, marketplaceId, fresh, kinds) : new Set<string>()
  const seen = new Set<string>()
  return due.flatMap((row) => {
    if (row.bundleId === null) return stays.has(row.id) ? [] : [[row]]
    if (seen.has(row.bundleId)) return []
    seen.add(row.bundleId)
    const whole = bundles.get(row.bundleId) ?? []
    return whole.length > 0 ? [whole] : []
  })
}

/**
 * All that waits in the bundles of these rows. One that was never tried and has a single row left is no bundle any more.
 * Two messages must never leave under one id, or whoever knows the first drops the second: so nobody joins a bundle while
 * it is taken, and one of which another worker holds a part right now is left for the next look (empty).
 */
async function wholeBundles(tx: Tx, marketplaceId: string, due: readonly DueRow[]): Promise<Map<string, DueRow[]>> {
  const ids = [...new Set(due.flatMap(({ bundleId }) => bundleId ?? []))]
  const bundles = new Map<string, DueRow[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return bundles
  await holdPeople(tx, marketplaceId)
  for (const row of await holdBundles(tx, marketplaceId, ids)) bundles.get(row.bundleId ?? '')?.push(row)
  const waiting = await waitingIn(tx, marketplaceId, ids)
  for (const [id, rows] of bundles) if ((waiting.get(id) ?? 0) > rows.length) bundles.set(id, [])
  const lonely = [...bundles.values()].flatMap((rows) => (rows.length === 1 && rows[0]?.attempt === 0 ? rows : []))
  await leaveAlone(
    tx,
    marketplaceId,
    lonely.map(({ id }) => id),
  )
  return bundles
}

/** Puts what is too many together, and answers the ids that therefore stay for now. */
async function gathered(
  tx: Tx,
  now: Date,
  marketplaceId: string,
  fresh: readonly DueRow[],
  kinds: readonly string[],
): Promise<Set<string>> {
  // Two workers that count the same person at once would both let the first few go.
  await holdPeople(tx, marketplaceId)
  const { bundleOver, bundleSeconds } = await settingsOf(tx, marketplaceId)
  const stays = new Set<string>()
  for (const rows of byPerson(fresh).values()) {
    const [first] = rows
    if (!first) continue
    const since = after(now, -bundleSeconds * SECOND)
    const free = Math.max(0, bundleOver - (await leftLately(tx, now, marketplaceId, first, kinds, since)))
    const tooMany = rows.slice(free)
    if (tooMany.length === 0) continue
    // Whatever else waits for her joins at once, in its order, instead of coming here in handfuls.
    const going = new Set(rows.slice(0, free).map(({ id }) => id))
    const waiting = await freshPagesOf(tx, now, marketplaceId, first, kinds)
    const together = waiting.filter(({ id }) => !going.has(id))
    const open = await gatheringOf(tx, now, marketplaceId, first, MOST_IN_BUNDLE)
    const leaves = after(now, Math.ceil((bundleSeconds * SECOND) / PARTS))
    await gatherInto(tx, marketplaceId, intoBundles(together, open, leaves))
    for (const { id } of [...tooMany, ...together]) stays.add(id)
  }
  return stays
}

function byPerson(rows: readonly DueRow[]): Map<string, DueRow[]> {
  const people = new Map<string, DueRow[]>()
  for (const row of rows) {
    const key = JSON.stringify([row.recipientId, row.channel, row.address])
    people.set(key, [...(people.get(key) ?? []), row])
  }
  return people
}

/** A bundle that still waits for more, and when it leaves. */
export type Gathering = { bundleId: string; leavesAt: Date; members: number }

/** Which row joins which bundle; the open one first, then as many new ones as are needed. */
function intoBundles(rows: readonly DueRow[], open: Gathering | null, leavesAt: Date) {
  let into = open
  return rows.map(({ id }) => {
    if (!into || into.members >= MOST_IN_BUNDLE) into = { bundleId: id, leavesAt, members: 0 }
    into = { ...into, members: into.members + 1 }
    return { id, bundleId: into.bundleId, leavesAt: into.leavesAt }
  })
}
