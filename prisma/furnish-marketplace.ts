import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { seedArticles } from './seeds/articles'
import { seedCatalogue } from './seeds/catalogue'
import { seedOutPolicies } from './seeds/out-policies'
import { teamKeys, teamNames } from './seeds/teams'

/** Monday to Friday, 09:00 to 18:00 in the marketplace's zone. */
const WORKING_DAYS = [1, 2, 3, 4, 5]

/**
 * What a new marketplace works with from its first day: office hours, teams, the catalogue with its promises, instructions, and an
 * escalation policy without steps, which goes at once to the leads (to the admins while there are none) and never falls
 * silent. Everything can be changed afterwards. Joins the owner's transaction.
 */
export async function furnishMarketplace(tx: Tx, now: Date, marketplaceId: string, timeZone: string): Promise<void> {
  const calendarId = newId()
  const hours = WORKING_DAYS.map((weekday) => ({ marketplaceId, calendarId, weekday, from: '09:00', to: '18:00' }))
  await tx.calendar.create({ data: { marketplaceId, id: calendarId, name: 'Office hours', timeZone, isDefault: true } })
  await tx.calendarInterval.createMany({ data: hours })
  const teams = teamKeys.map((key) => ({ marketplaceId, id: newId(), key, name: teamNames.nova[key] }))
  await tx.team.createMany({ data: teams })
  await seedCatalogue(tx, marketplaceId, new Map(teams.map(({ key, id }) => [key, id])), calendarId, now)
  await seedArticles(tx, marketplaceId, now)
  const policyId = newId()
  await tx.policy.create({ data: { marketplaceId, id: policyId, name: 'Urgent requests', isDefault: true } })
  await tx.policyVersion.create({
    data: { marketplaceId, id: newId(), policyId, version: 1, steps: [], createdAt: now },
  })
  await seedOutPolicies(tx, marketplaceId, now)
}
