import type { Actor } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { isCode } from './code'
import { putInUse } from './put-in-use'
import { CODE_TRIES } from './schema'
import { change, ownMethod } from './store'

type Why = Refused<'not_found' | 'already_verified' | 'code_over' | 'code_wrong'>

/**
 * Proves an address by the code that arrived there. Each try is counted before it is compared, so that tries at once
 * count too; after the fifth, or ten minutes, only a new code helps. The method is used from now on.
 */
export async function verifyMethod(
  actor: Actor,
  { methodId, code }: { methodId: string; code: string },
): Promise<Outcome<null> | Why> {
  return asActor(actor, async (tx, now) => {
    const method = await ownMethod(tx, actor, methodId)
    if (!method) return refuse('not_found')
    if (method.verifiedAt) return refuse('already_verified')
    const live = { codeHash: { not: null }, codeExpiresAt: { gt: now }, codeTries: { lt: CODE_TRIES } }
    const { count } = await tx.contactMethod.updateMany({
      where: { id: methodId, disabledAt: null, ...live },
      data: { codeTries: { increment: 1 } },
    })
    const tried = await ownMethod(tx, actor, methodId)
    if (count === 0 || !tried?.codeHash || !tried.codeExpiresAt) return refuse('code_over')
    if (!isCode({ id: methodId, codeExpiresAt: tried.codeExpiresAt }, tried.codeHash, code))
      return refuse('code_wrong', { left: CODE_TRIES - tried.codeTries })
    await change(tx, actor, methodId, { verifiedAt: now, codeHash: null, codeExpiresAt: null, codeTries: 0 })
    await putInUse(tx, actor, methodId)
    return ok(null)
  })
}
