import { after, DAY, HOUR } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import type { Grounds, SeededMarketplace } from './world'

/**
 * Whom the marketplace would call at its companies: each technical contact at any hour, the owner for the worst alone. The
 * last company has named nobody yet, so that the reminder to do so can be seen; the first was in maintenance last week.
 */
export async function writeCompanyContacts(
  { tx, now, founded }: Grounds,
  { id: marketplaceId, companies }: SeededMarketplace,
) {
  const all = [...companies.values()]
  for (const { id: partnerId, owner, technical } of all.slice(0, -1)) {
    const people = [...technical.map((person) => ({ person, minSeverity: 'P2' })), { person: owner, minSeverity: 'P0' }]
    const methods = people.map(({ person }) => ({
      marketplaceId,
      id: newId(),
      membershipId: person.membershipId,
      partnerId,
      channel: 'mail',
      address: person.email,
      verifiedAt: after(founded, DAY),
      createdAt: founded,
    }))
    await tx.contactMethod.createMany({ data: methods })
    await tx.notifyRule.createMany({
      data: methods.map(({ id, membershipId }) => ({
        marketplaceId,
        membershipId,
        partnerId,
        position: 0,
        contactMethodId: id,
      })),
    })
    await tx.partnerContact.createMany({
      data: people.map(({ person, minSeverity }, position) => ({
        marketplaceId,
        partnerId,
        membershipId: person.membershipId,
        position,
        minSeverity,
        createdAt: founded,
      })),
    })
  }
  const [first] = all
  if (!first) return
  const fromAt = after(now, -6 * DAY)
  await tx.integrationPause.create({
    data: {
      marketplaceId,
      id: newId(),
      partnerId: first.id,
      fromAt,
      untilAt: after(fromAt, 2 * HOUR),
      reason: 'Update of the shop system',
      createdById: first.owner.membershipId,
      createdAt: after(fromAt, -HOUR),
      endedAt: after(fromAt, 2 * HOUR),
    },
  })
}
