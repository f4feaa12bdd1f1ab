import type { Actor } from '@/lib/authz'
import { asActor } from '@/lib/tenancy'
import { type DraftView, isPlaceOf } from './schema'
import { findDraft } from './store'

/** What the actor herself was writing there; null: nothing, or no place of hers. */
export async function readDraft(actor: Actor, place: string): Promise<DraftView | null> {
  if (!isPlaceOf(actor.side, place)) return null
  return asActor(actor, (tx) => findDraft(tx, actor, place))
}
