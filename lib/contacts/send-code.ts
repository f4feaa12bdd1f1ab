import type { Actor } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { type Throttled, throttle } from '@/lib/identity'
import { asActor } from '@/lib/tenancy'
import { planCode } from './send-to-phone'
import { change, ownMethod } from './store'

type Why = Refused<'not_found' | 'already_verified' | 'proved_by_test'>

/** Sends another code; the one before counts no more. A method that was switched off comes back to life unproved. */
export async function sendCode(
  actor: Actor,
  { methodId }: { methodId: string },
): Promise<Outcome<null> | Why | Throttled> {
  const method = await asActor(actor, (tx) => ownMethod(tx, actor, methodId))
  if (!method) return refuse('not_found')
  if (method.channel === 'push') return refuse('proved_by_test')
  if (method.verifiedAt && !method.disabledAt) return refuse('already_verified')
  const throttled = await throttle('code', { address: method.address, place: actor.membershipId })
  if (throttled) return throttled
  return asActor(actor, async (tx, now) => {
    const present = await ownMethod(tx, actor, methodId)
    if (!present) return refuse('not_found')
    if (present.disabledAt) await change(tx, actor, methodId, { disabledAt: null, disabledWhy: null, verifiedAt: null })
    await planCode(tx, now, actor, present)
    return ok(null)
  })
}
