import type { Actor } from '@/lib/authz'
import type { Done, Refused } from '@/lib/foundation/outcome'
import { ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { DRAFT_LARGEST, type DraftView, isPlaceOf, type SaveDraftInput, sameWritten } from './schema'
import { findDraft, insertDraft, makeRoom, writeOver } from './store'

export type Saved = { version: number; savedAt: Date }
export type DraftRefusal = 'not_found' | 'changed_elsewhere' | 'too_large'

/** Not saved: another tab or device saved since. `theirs` is what stands there now. */
export type ChangedElsewhere = Refused<'changed_elsewhere'> & { theirs: DraftView }

/**
 * Keeps what somebody is still writing, over the version that she had before her. What arrives twice (an answer was
 * lost) is saved once. One's own drafts only: not even a colleague's are reachable.
 */
export async function saveDraft(
  actor: Actor,
  { place, written, version }: SaveDraftInput,
): Promise<Done<Saved> | Refused<'not_found' | 'too_large'> | ChangedElsewhere> {
  if (!isPlaceOf(actor.side, place)) return refuse('not_found')
  if (JSON.stringify(written).length > DRAFT_LARGEST) return refuse('too_large')
  return asActor(actor, async (tx, now) => {
    if (await writeOver(tx, actor, place, { written, version }, now)) return ok({ version: version + 1, savedAt: now })
    // Gone since (sent, or swept up), or the first: its number goes on, so that no older tab takes it for its own.
    if (await insertDraft(tx, actor, place, { written, version: version + 1 }, now)) {
      await makeRoom(tx, actor, place)
      return ok({ version: version + 1, savedAt: now })
    }
    const theirs = await findDraft(tx, actor, place)
    if (!theirs) throw new Error('a draft was neither there nor absent')
    if (sameWritten(theirs.written, written)) return ok({ version: theirs.version, savedAt: theirs.updatedAt })
    return { ...refuse('changed_elsewhere'), theirs }
  })
}
