import { type Actor, authorize } from '@/lib/authz'
import { type Outcome, ok, type Refused, refuse } from '@/lib/foundation/outcome'
import { asActor } from '@/lib/tenancy'
import { holdPhone } from './hold-phone.sql'
import { withoutTwins } from './rule-lines'
import { LINES_MOST, type RuleLine } from './schema'
import { ownMethods } from './store'

type Why = Refused<'not_allowed' | 'not_found' | 'too_many_lines'>

/** Her rules as a whole, in this order; a plan that stands already keeps to the ones it was made by. */
export async function saveRules(actor: Actor, { lines }: { lines: readonly RuleLine[] }): Promise<Outcome<null> | Why> {
  const { marketplaceId, membershipId, partnerId } = actor
  if (!authorize(actor, 'phone.own', { membershipId })) return refuse('not_allowed')
  if (lines.length > LINES_MOST) return refuse('too_many_lines', { most: LINES_MOST })
  return asActor(actor, async (tx) => {
    await holdPhone(tx, membershipId)
    const mine = new Set((await ownMethods(tx, actor)).map(({ id }) => id))
    if (lines.some(({ methodId }) => !mine.has(methodId))) return refuse('not_found')
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
