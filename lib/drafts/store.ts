import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { DraftView, Written } from './schema'

/** How many places one person may be writing in; the one she left longest ago makes room. */
const MOST_DRAFTS = 100

type Saving = { written: Written; version: number }

/** Always the actor's own: row security keeps companies apart, this keeps colleagues apart. */
function own({ marketplaceId, membershipId }: Actor, place: string) {
  return { marketplaceId, membershipId, place }
}

/** The actor's own draft at a place; null when there is none. */
export async function findDraft(tx: Tx, actor: Actor, place: string): Promise<DraftView | null> {
  const row = await tx.draft.findFirst({ where: own(actor, place) })
  return row && { written: row.written as Written, version: row.version, updatedAt: row.updatedAt }
}

/** Writes over exactly that version; false: it is not the one that stands there. */
export async function writeOver(tx: Tx, actor: Actor, place: string, saving: Saving, now: Date): Promise<boolean> {
  const { written, version } = saving
  const { count } = await tx.draft.updateMany({
    where: { ...own(actor, place), version },
    data: { written, version: version + 1, updatedAt: now },
  })
  return count > 0
}

/** False: there is one already. */
export async function insertDraft(tx: Tx, actor: Actor, place: string, saving: Saving, now: Date): Promise<boolean> {
  const { count } = await tx.draft.createMany({
    data: { ...own(actor, place), partnerId: actor.partnerId, ...saving, updatedAt: now },
    skipDuplicates: true,
  })
  return count > 0
}

/** Forgets it; one that is not there is no fault. */
export async function deleteDraft(tx: Tx, actor: Actor, place: string): Promise<void> {
  await tx.draft.deleteMany({ where: own(actor, place) })
}

/** Keeps the newest of a person's drafts and the one at `place`. */
export async function makeRoom(tx: Tx, { marketplaceId, membershipId }: Actor, place: string): Promise<void> {
  const old = await tx.draft.findMany({
    where: { marketplaceId, membershipId, place: { not: place } },
    orderBy: [{ updatedAt: 'desc' }, { place: 'asc' }],
    skip: MOST_DRAFTS - 1,
    select: { place: true },
  })
  if (old.length === 0) return
  await tx.draft.deleteMany({ where: { marketplaceId, membershipId, place: { in: old.map((each) => each.place) } } })
}
