import { after, DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import type { MarketplacePlan } from './marketplaces'
import type { Company, Person, StaffMember } from './people'
import { type TeamKey, teamKeys, teamNames } from './teams'
import { type Grounds, named, type SeededCompany, type SeededPerson, type SeededStaff } from './world'

/** Users by address: somebody with several memberships is one person. */
export type Users = Map<string, string>

/** Writes the people of one marketplace: users that are new, staff, companies and their members, teams. */
export async function writePeople(
  grounds: Grounds,
  plan: MarketplacePlan,
  marketplaceId: string,
  users: Users,
  passwordHash: string,
) {
  const { tx, founded } = grounds
  await writeUsers(grounds, plan, users, passwordHash)
  const staff = new Map<string, SeededStaff>()
  for (const member of plan.staff) staff.set(member.key, { ...member, ...identify(member, users) })
  await tx.membership.createMany({
    data: plan.staff.map((member) => ({
      ...row(named(staff, member.key), marketplaceId, member.role, null, founded),
      joinedAt: member.status === 'invited' ? null : founded,
      disabledAt: member.status === 'disabled' ? after(grounds.now, -20 * DAY) : null,
    })),
  })
  const companies = await writeCompanies(grounds, plan.companies, marketplaceId, staff, users)
  const teams = await writeTeams(grounds, plan, marketplaceId, staff)
  return { staff, companies, teams }
}

async function writeUsers({ tx, founded }: Grounds, plan: MarketplacePlan, users: Users, passwordHash: string) {
  const everybody = [
    ...plan.staff.map((member) => ({ person: member as Person, waiting: member.status === 'invited' })),
    ...plan.companies.flatMap((company) => [
      ...present(company).map((person) => ({ person, waiting: false })),
      ...(company.invited ?? []).map((person) => ({ person, waiting: true })),
    ]),
  ].filter(({ person }) => !users.has(person.email))
  const unknown = new Map(everybody.map((each) => [each.person.email, each]))
  for (const email of unknown.keys()) users.set(email, newId())
  await tx.user.createMany({
    data: [...unknown.values()].map(({ person, waiting }) => ({
      id: named(users, person.email),
      email: person.email,
      name: person.name,
      locale: person.locale,
      timeZone: person.zone,
      passwordHash: waiting ? null : passwordHash,
      createdAt: founded,
    })),
  })
}

async function writeCompanies(
  { tx, founded, now }: Grounds,
  plans: Company[],
  marketplaceId: string,
  staff: Map<string, SeededStaff>,
  users: Users,
): Promise<Map<string, SeededCompany>> {
  const companies = new Map<string, SeededCompany>()
  const identified = (person: Person): SeededPerson => ({ ...person, ...identify(person, users) })
  for (const { key, name, locale, zone, owner, members = [], technical = [] } of plans) {
    companies.set(key, {
      id: newId(),
      name,
      locale,
      zone,
      owner: identified(owner),
      members: members.map(identified),
      technical: technical.map(identified),
    })
  }
  await tx.partner.createMany({
    data: plans.map(({ key, name, locale, zone, tier, lifecycle, membersSeeAll = true, consultant }, index) => ({
      marketplaceId,
      id: named(companies, key).id,
      name,
      locale,
      timeZone: zone,
      tier,
      lifecycle,
      membersSeeAll,
      consultantId: named(staff, consultant).membershipId,
      createdAt: lifecycle === 'onboarding' ? after(now, -6 * DAY) : after(founded, (1 + index * 3) * DAY),
    })),
  })
  await tx.membership.createMany({
    data: plans.flatMap(({ key, invited = [] }) => {
      const { id, owner, members, technical } = named(companies, key)
      const as = (role: string) => (person: SeededPerson) => ({
        ...row(person, marketplaceId, role, id, founded),
        joinedAt: founded,
      })
      return [
        as('owner')(owner),
        ...members.map(as('member')),
        ...technical.map(as('technical')),
        ...invited.map(identified).map((person) => ({
          ...row(person, marketplaceId, 'member', id, after(now, -DAY)),
          invitedById: owner.membershipId,
          joinedAt: null,
        })),
      ]
    }),
  })
  return companies
}

async function writeTeams(
  { tx }: Grounds,
  plan: MarketplacePlan,
  marketplaceId: string,
  staff: Map<string, SeededStaff>,
): Promise<Record<TeamKey, string>> {
  const teams = Object.fromEntries(teamKeys.map((key) => [key, newId()])) as Record<TeamKey, string>
  await tx.team.createMany({
    data: teamKeys.map((key) => ({ marketplaceId, id: teams[key], key, name: teamNames[plan.key][key] })),
  })
  await tx.teamMember.createMany({
    data: [...staff.values()].flatMap(({ teams: of = [], membershipId }) =>
      of.map((key) => ({ marketplaceId, teamId: teams[key], membershipId })),
    ),
  })
  return teams
}

function present({ owner, members = [], technical = [] }: Company): Person[] {
  return [owner, ...members, ...technical]
}

function identify(person: Person | StaffMember, users: Users): { membershipId: string; userId: string } {
  return { membershipId: newId(), userId: named(users, person.email) }
}

function row(person: SeededPerson, marketplaceId: string, role: string, partnerId: string | null, createdAt: Date) {
  return { marketplaceId, id: person.membershipId, userId: person.userId, role, partnerId, createdAt }
}
