import type { Actor } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { ownMethod } from './store'

/** Removes a method and the lines of her rules that name it; what was planned by it before is not sent any more. */
export async function removeMethod(
  actor: Actor,
  { methodId }: { methodId: string },
): Promise<Outcome<null> | Refused<'not_found'>> {
  const { marketplaceId } = actor
  return asActor(actor, async (tx) => {
    if (!(await ownMethod(tx, actor, methodId))) return refuse('not_found')
    await tx.contactMethod.delete({ where: { marketplaceId_id: { marketplaceId, id: methodId } } })
    return ok(null)
  })
}
