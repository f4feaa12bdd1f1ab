import { type Actor, authorize } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { holdPhone } from './hold-phone.sql'
import { changed, withoutTwins } from './rule-lines'
import { LINES_MOST, type RuleLine } from './schema'
import { ownMethods } from './store'

type Why = Refused<'not_allowed' | 'not_found' | 'too_many_lines'>

export type NewRules = {
  lines: readonly RuleLine[]
  /** What is done to a line before they are saved ('up 2', 'add'): how a page without script changes them. */
  change?: string
}

/** Her rules as a whole, in this order; a plan that stands already keeps to the ones it was made by. */
export async function saveRules(actor: Actor, { lines: given, change }: NewRules): Promise<Outcome<null> | Why> {
  const { marketplaceId, membershipId, partnerId } = actor
  if (!authorize(actor, 'phone.own', { membershipId })) return refuse('not_allowed')
  if (given.length > LINES_MOST) return refuse('too_many_lines', { most: LINES_MOST })
  return asActor(actor, async (tx) => {
    await holdPhone(tx, membershipId)
    const mine = await ownMethods(tx, actor)
    if (given.some(({ methodId }) => !mine.some(({ id }) => id === methodId))) return refuse('not_found')
    const spare = mine.find(({ verifiedAt, disabledAt }) => verifiedAt && !disabledAt)?.id
    const lines = changed(given, change, spare)
    await tx.notifyRule.deleteMany({ where: { membershipId } })
    await tx.notifyRule.createMany({
      data: withoutTwins(lines).map(({ methodId, delayMinutes, minSeverity }, position) => ({
        marketplaceId,
        membershipId,
        partnerId,
        position,
        contactMethodId: methodId,
        delaySeconds: delayMinutes * 60,
        minSeverity,
      })),
    })
    return ok(null)
  })
}
