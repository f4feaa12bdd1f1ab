import type { Actor } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { change, ownMethod } from './store'

/** What she calls it; an empty name takes it away. */
export async function renameMethod(
  actor: Actor,
  { methodId, label }: { methodId: string; label: string },
): Promise<Outcome<null> | Refused<'not_found'>> {
  return asActor(actor, async (tx) => {
    if (!(await ownMethod(tx, actor, methodId))) return refuse('not_found')
    await change(tx, actor, methodId, { label: label || null })
    return ok(null)
  })
}
