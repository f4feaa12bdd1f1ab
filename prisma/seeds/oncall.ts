import { dayOfWall, instantOfWall, wallAt, wallOf, weekdayOfDay } from '@/lib/calendar'
import { after, DAY, HOUR, MINUTE } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import type { Schedule } from '@/lib/oncall'
import type { MarketplaceKey } from './marketplaces'
import { seedOutPolicies } from './out-policies'
import { type Grounds, named, type SeededMarketplace, type SeededStaff } from './world'

export type PolicyTarget = { kind: 'schedule'; scheduleId: string } | { kind: 'user'; membershipId: string }
export type PolicyStep = { delaySeconds: number; targets: PolicyTarget[] }
export type SeededOnCall = {
  scheduleId: string
  schedule: Schedule
  policyVersionId: string
  steps: PolicyStep[]
  leads: SeededStaff[]
}

type Plan = {
  name: string
  /** Staff in turn order, a week each; the first has the week of last night. */
  primary: string[]
  backup: string[]
  second: string[]
  override: { add: string; remove: string }
  /** Why somebody asks for cover. */
  evening: string
  policy: string
}

const plans: Record<MarketplaceKey, Plan> = {
  nova: {
    name: 'Platform on call',
    primary: ['nico', 'marta', 'sofia', 'egor'],
    backup: ['sofia', 'egor', 'nico', 'marta'],
    second: ['marta', 'egor'],
    override: { add: 'marta', remove: 'nico' },
    evening: 'Parents’ evening at school',
    policy: 'Platform, around the clock',
  },
  orbita: {
    name: 'Plantão da plataforma',
    primary: ['rafael', 'yara', 'iris'],
    backup: ['iris', 'rafael', 'yara'],
    second: ['yara', 'iris'],
    override: { add: 'yara', remove: 'rafael' },
    evening: 'Reunião de pais na escola',
    policy: 'Plataforma, 24 horas',
  },
}

/** Last night: the newest 03:04 of the marketplace that is at least four hours ago, so that its story has ended. */
export function lastNight(zone: string, now: Date): Date {
  const today = dayOfWall(wallAt(zone, now.getTime()))
  for (let day = today; ; day--) {
    const night = new Date(instantOfWall(zone, wallOf(day, 3 * 60 + 4), 'start'))
    if (after(night, 4 * HOUR) <= now) return night
  }
}

/** Writes schedule, overrides, default policy, and how each of the on-call people and leads is reached. */
export async function writeOnCall(grounds: Grounds, marketplace: SeededMarketplace): Promise<SeededOnCall> {
  const { tx, founded, now } = grounds
  const { id: marketplaceId, plan } = marketplace
  const on = plans[plan.key]
  const member = (key: string) => named(marketplace.staff, key).membershipId
  const scheduleId = newId()
  const night = lastNight(plan.timeZone, now)
  const anchor = handOffBefore(plan.timeZone, night)
  const layers = [
    { id: newId(), layer: 0, name: 'Primary', participants: on.primary.map(member) },
    { id: newId(), layer: 1, name: 'Backup', participants: on.backup.map(member) },
  ]
  const from = new Date(Math.max(after(night, 2.5 * HOUR).getTime(), after(now, -8 * HOUR).getTime()))
  const override = { from, to: after(from, DAY), add: member(on.override.add), remove: member(on.override.remove) }
  const leads = [...marketplace.staff.values()].filter(({ role }) => role === 'lead')
  const turning = { kind: 'weekly' as const, length: 1, anchor, validFrom: founded }

  await tx.schedule.create({
    data: { marketplaceId, id: scheduleId, name: on.name, timeZone: plan.timeZone, isDefault: true, nextLookAt: now },
  })
  await tx.rotation.createMany({
    data: layers.map(({ id, layer, name }) => ({ marketplaceId, id, scheduleId, layer, name })),
  })
  await tx.rotationVersion.createMany({
    data: layers.map(({ id, participants }) => ({
      marketplaceId,
      id: newId(),
      rotationId: id,
      participants,
      ...turning,
    })),
  })
  await tx.scheduleOverride.create({
    data: {
      marketplaceId,
      id: newId(),
      scheduleId,
      fromAt: override.from,
      toAt: override.to,
      addId: override.add,
      removeId: override.remove,
      createdById: leads[0]?.membershipId ?? override.add,
      createdAt: after(now, -2 * DAY),
    },
  })
  // Who has the week after the next one asks who can cover its Wednesday evening.
  const evening = Date.parse(`${anchor}Z`) + 16 * DAY + 9 * HOUR
  await tx.coverRequest.create({
    data: {
      marketplaceId,
      id: newId(),
      scheduleId,
      fromAt: new Date(instantOfWall(plan.timeZone, evening, 'start')),
      toAt: new Date(instantOfWall(plan.timeZone, evening + 4 * HOUR, 'end')),
      requestedById: member(on.primary[2] ?? on.override.add),
      note: on.evening,
      createdAt: after(now, -3 * HOUR),
    },
  })
  await writeContacts(grounds, marketplaceId, marketplace.staff)

  const steps: PolicyStep[] = [
    { delaySeconds: 300, targets: [{ kind: 'schedule', scheduleId }] },
    { delaySeconds: 300, targets: on.second.map((key) => ({ kind: 'user', membershipId: member(key) })) },
    { delaySeconds: 600, targets: leads.map(({ membershipId }) => ({ kind: 'user', membershipId })) },
  ]
  const policyVersionId = await writePolicy(grounds, marketplace, on.policy, steps)
  await seedOutPolicies(tx, marketplaceId, founded)
  const schedule: Schedule = {
    timeZone: plan.timeZone,
    rotations: layers.map(({ id, layer, participants }) => ({ id, layer, versions: [{ ...turning, participants }] })),
    rules: [],
    overrides: [override],
  }
  return { scheduleId, schedule, policyVersionId, steps, leads }
}

/** The Monday, 09:00 local, at or before `at`, as a rotation's anchor. */
function handOffBefore(zone: string, at: Date): string {
  const day = dayOfWall(wallAt(zone, at.getTime()))
  const monday = day - (weekdayOfDay(day) - 1)
  const wall = wallOf(monday, 9 * 60)
  const early = instantOfWall(zone, wall, 'start') > at.getTime() ? wall - 7 * DAY : wall
  return new Date(early).toISOString().slice(0, 16)
}

async function writePolicy(
  { tx, founded, now }: Grounds,
  marketplace: SeededMarketplace,
  name: string,
  steps: PolicyStep[],
) {
  const marketplaceId = marketplace.id
  const policyId = newId()
  const policyVersionId = newId()
  const admin = [...marketplace.staff.values()].find(({ role }) => role === 'admin')
  await tx.policy.create({ data: { marketplaceId, id: policyId, name, isDefault: true } })
  const by = { marketplaceId, policyId, createdById: admin?.membershipId ?? null }
  await tx.policyVersion.createMany({
    data: [
      { ...by, id: newId(), version: 1, steps: steps.slice(0, 2), createdAt: founded },
      // Three weeks ago the leads were added as a third step.
      { ...by, id: policyVersionId, version: 2, steps, createdAt: after(now, -21 * DAY) },
    ],
  })
  return policyVersionId
}

/** Mail at once for all who are paged; agents too, for assessments reach the topic's team. */
async function writeContacts({ tx, founded }: Grounds, marketplaceId: string, staff: ReadonlyMap<string, SeededStaff>) {
  const methods = [...staff.values()]
    .filter(({ role, teams = [] }) => role !== 'admin' && teams.length > 0)
    .map(({ membershipId, email }) => ({
      marketplaceId,
      id: newId(),
      membershipId,
      channel: 'mail',
      address: email,
      verifiedAt: after(founded, 5 * MINUTE),
      createdAt: founded,
    }))
  await tx.contactMethod.createMany({ data: methods })
  await tx.notifyRule.createMany({
    data: methods.map(({ membershipId, id }) => ({ marketplaceId, membershipId, position: 0, contactMethodId: id })),
  })
}
