import { type Actor, authorize } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { type Throttled, throttle } from '@/lib/identity'
import { asActor } from '@/lib/tenancy'
import { putInUse } from './put-in-use'
import { planTest } from './send-to-phone'
import { type ContactMethod, change, ownMethod, ownMethods } from './store'

/** An address that is not proved gets codes and nothing else; a browser's push is proved by its test. */
function canBeTested({ channel, verifiedAt, disabledAt }: ContactMethod): boolean {
  return disabledAt === null && (verifiedAt !== null || channel === 'push')
}

type Why = Refused<'not_allowed' | 'not_found' | 'nothing_to_test'>

/** "Test my phone": sends to one of her methods, or to each that can be tested, now, as a page would be sent. */
export async function testPhone(
  actor: Actor,
  { methodId }: { methodId?: string },
): Promise<Outcome<{ tested: number }> | Why | Throttled> {
  const { membershipId } = actor
  if (!authorize(actor, 'phone.own', { membershipId })) return refuse('not_allowed')
  const throttled = await throttle('phone', { address: membershipId, place: membershipId })
  if (throttled) return throttled
  return asActor(actor, async (tx, now) => {
    const one = methodId === undefined ? null : await ownMethod(tx, actor, methodId)
    if (methodId !== undefined && !one) return refuse('not_found')
    const tested = (one ? [one] : await ownMethods(tx, actor)).filter(canBeTested)
    if (tested.length === 0) return refuse('nothing_to_test')
    for (const method of tested) await planTest(tx, now, actor, method)
    return ok({ tested: tested.length })
  })
}

/** "Received?" Yes proves a browser's push; no keeps what was proved and leaves the question answered. */
export async function answerTest(
  actor: Actor,
  { methodId, testId, received }: { methodId: string; testId: string; received: 'yes' | 'no' },
): Promise<Outcome<null> | Refused<'not_found' | 'changed_meanwhile'>> {
  return asActor(actor, async (tx, now) => {
    const method = await ownMethod(tx, actor, methodId)
    if (!method) return refuse('not_found')
    // Another test left meanwhile: the question is about that one.
    if (method.testId !== testId) return refuse('changed_meanwhile')
    if (received === 'no') {
      await change(tx, actor, methodId, { testId: null, receivedAt: null })
      return ok(null)
    }
    const proves = method.channel === 'push' && method.verifiedAt === null && method.disabledAt === null
    await change(tx, actor, methodId, { receivedAt: now, ...(proves && { verifiedAt: now }) })
    if (proves) await putInUse(tx, actor, methodId)
    return ok(null)
  })
}
