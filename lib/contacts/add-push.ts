import { type Actor, authorize } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { type Throttled, throttle } from '@/lib/identity'
import { asActor } from '@/lib/tenancy'
import { keep } from './add-method'
import { holdPhone } from './hold-phone.sql'
import { pushKey } from './offered'
import { planTest } from './send-to-phone'
import { change, ownMethods } from './store'

export type Subscription = { endpoint: string; p256dh: string; auth: string }
type Why = Refused<'not_allowed' | 'channel_off' | 'too_many_methods' | 'already_there'>

/**
 * Adds this browser, and tests it at once: its subscription is proved when she says that the test arrived. The same
 * browser again brings its keys up to date and is tested again.
 */
export async function addPush(
  actor: Actor,
  { endpoint: address, p256dh, auth, label }: Subscription & { label?: string },
): Promise<Outcome<{ methodId: string }> | Why | Throttled> {
  if (!authorize(actor, 'phone.own', { membershipId: actor.membershipId })) return refuse('not_allowed')
  if (pushKey() === null) return refuse('channel_off')
  const throttled = await throttle('phone', { address: actor.membershipId, place: actor.membershipId })
  if (throttled) return throttled
  const config = { keys: { p256dh, auth } }
  return asActor(actor, async (tx, now) => {
    const kept = await keep(tx, now, actor, { channel: 'push', address, label, config })
    const id = kept.ok ? kept.value.id : kept.details?.methodId
    if (typeof id !== 'string') return kept as Refused<'too_many_methods'>
    if (!kept.ok) await change(tx, actor, id, { config })
    await planTest(tx, now, actor, { id, channel: 'push', address })
    return ok({ methodId: id })
  })
}

/** The push service gave this browser a new address: it takes the place of the old one, as proved as that was. */
export async function movePush(
  actor: Actor,
  { old, endpoint: address, p256dh, auth }: Subscription & { old: string },
): Promise<Outcome<null> | Refused<'not_allowed' | 'not_found'>> {
  if (!authorize(actor, 'phone.own', { membershipId: actor.membershipId })) return refuse('not_allowed')
  return asActor(actor, async (tx) => {
    await holdPhone(tx, actor.membershipId)
    const mine = (await ownMethods(tx, actor)).filter(({ channel }) => channel === 'push')
    const method = mine.find((one) => one.address === old)
    if (!method) return refuse('not_found')
    if (mine.some((one) => one.address === address && one.id !== method.id)) return ok(null)
    await change(tx, actor, method.id, {
      address,
      config: { keys: { p256dh, auth } },
      disabledAt: null,
      disabledWhy: null,
    })
    return ok(null)
  })
}
