import type { Tx } from '@/lib/db'
import { deliveryId, type PlannedMessage, planDeliveries } from '@/lib/delivery'
import { activePeople, type Person, peopleOf } from '@/lib/identity'
import { marketplaceOf } from '@/lib/marketplace'
import { unreachableOf } from './contacts-of'

export type ComingShift = {
  marketplaceId: string
  membershipId: string
  scheduleId: string
  /** Begin and end of her shift; null where nothing ends it. */
  from: Date
  to: Date | null
}

/**
 * Warns before a shift of somebody whom no page would reach: by mail to her account's address and to the leads (the
 * admins where there is no lead), once for each shift. Answers whether there was something to warn of.
 */
export async function planUnreachableWarning(tx: Tx, now: Date, shift: ComingShift): Promise<boolean> {
  const { marketplaceId, membershipId, scheduleId, from, to } = shift
  if ((await unreachableOf(tx, [membershipId])).length === 0) return false
  const her = (await peopleOf(tx, [membershipId])).get(membershipId)
  const told = [...(her?.active ? [her] : []), ...(await leadsOrAdmins(tx))]
  const { defaultLocale } = await marketplaceOf(tx, marketplaceId)
  const kind = 'oncall.unreachable'
  const nowhere = { epoch: 0, loop: 0, step: 0, ruleIndex: 0, channel: 'mail' }
  const fact = `${membershipId} ${scheduleId} ${from.toISOString()}`
  const planned = new Map(
    told.map(({ membershipId: recipientId, email: address, locale }): [string, PlannedMessage] => [
      recipientId,
      {
        marketplaceId,
        id: deliveryId({ kind, subjectId: fact, ...nowhere, recipientId, address }),
        kind,
        subjectKind: 'membership',
        subjectId: membershipId,
        partnerId: null,
        recipientId,
        channel: 'mail',
        address,
        locale: locale ?? defaultLocale,
        payload: { scheduleId, from: from.toISOString(), to: to?.toISOString() ?? null },
        priority: 2,
        notBefore: now,
      },
    ]),
  )
  await planDeliveries(tx, now, [...planned.values()])
  return true
}

async function leadsOrAdmins(tx: Tx): Promise<Person[]> {
  const staff = await activePeople(tx, { partnerId: null, roles: ['lead', 'admin'] })
  const leads = staff.filter(({ role }) => role === 'lead')
  return leads.length > 0 ? leads : staff
}
