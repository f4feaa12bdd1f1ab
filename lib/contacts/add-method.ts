import { type Actor, authorize } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { peopleOf, type Throttled, throttle } from '@/lib/identity'
import { asActor } from '@/lib/tenancy'
import { holdPhone } from './hold-phone.sql'
import { isBarred, offeredChannels, onServer } from './offered'
import { putInUse } from './put-in-use'
import { readAddress } from './read-address'
import { METHODS_MOST, type WrittenChannel } from './schema'
import { planCode } from './send-to-phone'
import { type ContactMethod, change, ownMethods } from './store'

export type NewMethod = { channel: WrittenChannel; address: string; label?: string }
type Why = Refused<
  'not_allowed' | 'channel_off' | 'address_odd' | 'address_barred' | 'already_there' | 'too_many_methods'
>

/**
 * Adds an address of her own and sends a code there. The address of her account is proved already: she joined by a link
 * in a mail to it. One that was switched off may be added anew and is proved anew.
 */
export async function addMethod(
  actor: Actor,
  { channel, address: written, label }: NewMethod,
): Promise<Outcome<{ methodId: string; verified: boolean }> | Why | Throttled> {
  if (!authorize(actor, 'phone.own', { membershipId: actor.membershipId })) return refuse('not_allowed')
  if (!offeredChannels().includes(channel)) return refuse('channel_off')
  const read = readAddress(channel, written)
  if (read === null) return refuse('address_odd')
  const address = onServer(channel, read)
  if (isBarred(channel, address)) return refuse('address_barred')
  const throttled = await throttle('code', { address, place: actor.membershipId })
  if (throttled) return throttled
  return asActor(actor, async (tx, now) => {
    const kept = await keep(tx, now, actor, { channel, address, label })
    if (!kept.ok) return kept
    const method = kept.value
    const verified = channel === 'mail' && (await isAccount(tx, actor, address))
    if (verified) {
      await change(tx, actor, method.id, { verifiedAt: now })
      await putInUse(tx, actor, method.id)
    } else await planCode(tx, now, actor, method)
    return ok({ methodId: method.id, verified })
  })
}

type Kept = Pick<ContactMethod, 'channel' | 'address'> & { label?: string; config?: ContactMethod['config'] }

/** A row for it: a new one, or that of a method that was switched off, unproved again. */
export async function keep(tx: Tx, now: Date, actor: Actor, { channel, address, label, config = {} }: Kept) {
  const { marketplaceId, membershipId, partnerId } = actor
  await holdPhone(tx, membershipId)
  const mine = await ownMethods(tx, actor)
  const there = mine.find((method) => method.channel === channel && method.address === address)
  if (there && there.disabledAt === null) return refuse('already_there', { methodId: there.id })
  if (!there && mine.length >= METHODS_MOST) return refuse('too_many_methods', { most: METHODS_MOST })
  const fresh = { label: label || there?.label || null, config, verifiedAt: null, disabledAt: null, disabledWhy: null }
  const id = there?.id ?? newId()
  if (there) await change(tx, actor, id, fresh)
  else
    await tx.contactMethod.create({
      data: { marketplaceId, id, membershipId, partnerId, channel, address, createdAt: now, ...fresh },
    })
  return ok({ id, channel, address })
}

async function isAccount(tx: Tx, { membershipId }: Actor, address: string): Promise<boolean> {
  return (await peopleOf(tx, [membershipId])).get(membershipId)?.email === address
}
