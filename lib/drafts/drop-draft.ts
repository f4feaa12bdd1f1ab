import type { Actor } from '@/lib/authz'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { isPlaceOf } from './schema'
import { deleteDraft } from './store'

/** It was sent, or thrown away. Dropping what is not there is no fault. */
export async function dropDraft(actor: Actor, place: string): Promise<Outcome<null, 'not_found'>> {
  if (!isPlaceOf(actor.side, place)) return refuse('not_found')
  await asActor(actor, (tx) => deleteDraft(tx, actor, place))
  return ok(null)
}
