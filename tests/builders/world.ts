import type { Actor, PartnerActor, PartnerRole, StaffActor, StaffRole } from '@/lib/authz'
import type { PrismaClient } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Locale, locales } from '@/lib/i18n/locales'
import { seedOutPolicies } from '@/prisma/seeds/out-policies'

/**
 * Two invented marketplaces with the least that every use case needs: people of each role, two partners each, one
 * ordinary and one urgent topic, a calendar (Mon-Fri 09:00-18:00), a promise of eight hours, an on-call schedule of
 * two engineers and a default policy. Written by the owner, before the restricted roles act.
 */
export type World = { nova: MarketplaceWorld; orbit: MarketplaceWorld }

export type PartnerWorld = { partnerId: string; owner: PartnerActor; member: PartnerActor; technical: PartnerActor }

export type MarketplaceWorld = {
  marketplaceId: string
  slug: string
  prefix: string
  agent: StaffActor
  lead: StaffActor
  admin: StaffActor
  oncall: StaffActor
  oncall2: StaffActor
  partners: [PartnerWorld, PartnerWorld]
  teamId: string
  topicId: string
  urgentTopicId: string
  calendarId: string
  scheduleId: string
  policyVersionId: string
}

export async function buildWorld(owner: PrismaClient): Promise<World> {
  return {
    nova: await buildMarketplace(owner, { slug: 'nova', name: 'Nova Market', prefix: 'NV', timeZone: 'Europe/Rome' }),
    orbit: await buildMarketplace(owner, {
      slug: 'orbit',
      name: 'Orbit Bazaar',
      prefix: 'OB',
      timeZone: 'America/Sao_Paulo',
    }),
  }
}

type MarketplaceSeed = { slug: string; name: string; prefix: string; timeZone: string }

/** A fixed past, so that nothing built here is ever in the future of a test with a shifted clock. */
const FOUNDED = new Date('2026-01-05T08:00:00Z')

export async function buildMarketplace(owner: PrismaClient, seed: MarketplaceSeed): Promise<MarketplaceWorld> {
  const marketplaceId = newId()
  await owner.marketplace.create({ data: { id: marketplaceId, defaultLocale: 'en', ...seed } })
  // No cooldown: cases open as many requests as they need. It is tried in tickets-cooldown.test.ts. And every page comes
  // by itself; what many for one person become is tried in delivery-bundles.test.ts.
  await owner.marketplaceSettings.create({ data: { marketplaceId, cooldownMinutes: 0, bundleOver: 100_000 } })
  await owner.ticketCounter.create({ data: { marketplaceId, last: 2000 } })
  const staff = (name: string, role: StaffRole) => buildStaff(owner, marketplaceId, seed.slug, name, role)
  const agent = await staff('Ada Agent', 'agent')
  const lead = await staff('Leo Lead', 'lead')
  const admin = await staff('Ava Admin', 'admin')
  const oncall = await staff('Marta Oncall', 'oncall')
  const oncall2 = await staff('Nico Oncall', 'oncall')
  const teamId = newId()
  await owner.team.create({ data: { marketplaceId, id: teamId, key: 'support', name: 'Support' } })
  await owner.teamMember.createMany({ data: [{ marketplaceId, teamId, membershipId: agent.membershipId }] })
  const topics = await buildTopics(owner, marketplaceId, teamId)
  const calendarId = await buildCalendar(owner, marketplaceId, seed.timeZone)
  const oncallIds = await buildOncall(owner, marketplaceId, seed.timeZone, [oncall.membershipId, oncall2.membershipId])
  for (const person of [agent, lead, oncall, oncall2]) await addMailMethod(owner, person)
  const partners: [PartnerWorld, PartnerWorld] = [
    await buildPartner(owner, marketplaceId, seed.slug, 'Casa Lumen', 'es'),
    await buildPartner(owner, marketplaceId, seed.slug, 'Severny Svet', 'ru'),
  ]
  return {
    marketplaceId,
    slug: seed.slug,
    prefix: seed.prefix,
    agent,
    lead,
    admin,
    oncall,
    oncall2,
    partners,
    teamId,
    calendarId,
    ...topics,
    ...oncallIds,
  }
}

async function buildStaff(
  owner: PrismaClient,
  marketplaceId: string,
  slug: string,
  name: string,
  role: StaffRole,
): Promise<StaffActor> {
  const { userId, membershipId } = await buildMember(owner, {
    marketplaceId,
    slug,
    name,
    role,
    partnerId: null,
    locale: 'en',
  })
  return { side: 'staff', marketplaceId, membershipId, userId, role, partnerId: null }
}

export async function buildPartner(
  owner: PrismaClient,
  marketplaceId: string,
  slug: string,
  name: string,
  locale: Locale,
): Promise<PartnerWorld> {
  const partnerId = newId()
  await owner.partner.create({
    data: { marketplaceId, id: partnerId, name, locale, timeZone: 'Europe/Madrid', createdAt: FOUNDED },
  })
  const person = async (role: PartnerRole): Promise<PartnerActor> => {
    const { userId, membershipId } = await buildMember(owner, {
      marketplaceId,
      slug,
      name: `${name} ${role}`,
      role,
      partnerId,
      locale,
    })
    return { side: 'partner', marketplaceId, membershipId, userId, role, partnerId }
  }
  return {
    partnerId,
    owner: await person('owner'),
    member: await person('member'),
    technical: await person('technical'),
  }
}

type MemberSeed = {
  marketplaceId: string
  slug: string
  name: string
  role: string
  partnerId: string | null
  locale: Locale
}

async function buildMember(owner: PrismaClient, seed: MemberSeed): Promise<{ userId: string; membershipId: string }> {
  const userId = newId()
  const membershipId = newId()
  const email = `${seed.name.toLowerCase().replaceAll(' ', '.')}@${seed.slug}.example`
  await owner.user.create({
    data: { id: userId, email, name: seed.name, locale: seed.locale, timeZone: 'Europe/Madrid' },
  })
  await owner.membership.create({
    data: {
      marketplaceId: seed.marketplaceId,
      id: membershipId,
      userId,
      partnerId: seed.partnerId,
      role: seed.role,
      createdAt: FOUNDED,
      joinedAt: FOUNDED,
    },
  })
  return { userId, membershipId }
}

async function buildTopics(owner: PrismaClient, marketplaceId: string, teamId: string) {
  const categoryId = newId()
  const topicId = newId()
  const urgentTopicId = newId()
  const key = { marketplaceId }
  await owner.category.create({ data: { ...key, id: categoryId, key: 'technical' } })
  await owner.categoryText.createMany({
    data: locales.map((locale) => ({ ...key, categoryId, locale, name: 'Technical support' })),
  })
  await owner.topic.createMany({
    data: [
      { ...key, id: topicId, categoryId, teamId, key: 'feed' },
      { ...key, id: urgentTopicId, categoryId, teamId, key: 'urgent', urgent: true },
    ],
  })
  await owner.topicText.createMany({
    data: locales.flatMap((locale) => [
      { ...key, topicId, locale, name: 'Feed import' },
      { ...key, topicId: urgentTopicId, locale, name: 'Urgent technical support' },
    ]),
  })
  return { topicId, urgentTopicId }
}

async function buildCalendar(owner: PrismaClient, marketplaceId: string, timeZone: string): Promise<string> {
  const calendarId = newId()
  await owner.calendar.create({
    data: { marketplaceId, id: calendarId, name: 'Office hours', timeZone, isDefault: true },
  })
  await owner.calendarInterval.createMany({
    data: [1, 2, 3, 4, 5].map((weekday) => ({ marketplaceId, calendarId, weekday, from: '09:00', to: '18:00' })),
  })
  await owner.slaPolicy.create({ data: { marketplaceId, id: newId(), calendarId, firstAnswerMinutes: 480 } })
  return calendarId
}

async function buildOncall(owner: PrismaClient, marketplaceId: string, timeZone: string, participants: string[]) {
  const scheduleId = newId()
  const rotationId = newId()
  const policyId = newId()
  const policyVersionId = newId()
  await owner.schedule.create({
    data: { marketplaceId, id: scheduleId, name: 'Platform on call', timeZone, isDefault: true },
  })
  await owner.rotation.create({ data: { marketplaceId, id: rotationId, scheduleId, layer: 0, name: 'Weekly' } })
  await owner.rotationVersion.create({
    data: {
      marketplaceId,
      id: newId(),
      rotationId,
      validFrom: FOUNDED,
      kind: 'weekly',
      length: 1,
      anchor: '2026-01-05T09:00',
      participants,
    },
  })
  await owner.policy.create({ data: { marketplaceId, id: policyId, name: 'Default', isDefault: true } })
  await owner.policyVersion.create({
    data: {
      marketplaceId,
      id: policyVersionId,
      policyId,
      version: 1,
      createdAt: FOUNDED,
      steps: [
        { delaySeconds: 300, targets: [{ kind: 'schedule', scheduleId }] },
        { delaySeconds: 300, targets: participants.map((membershipId) => ({ kind: 'user', membershipId })) },
      ],
    },
  })
  await seedOutPolicies(owner, marketplaceId, FOUNDED)
  return { scheduleId, policyVersionId }
}

/** A verified mail address and the rule "at once". */
export async function addMailMethod(owner: PrismaClient, person: Actor): Promise<void> {
  const { email } = await owner.user.findUniqueOrThrow({ where: { id: person.userId } })
  const { marketplaceId, membershipId, partnerId } = person
  const contactMethodId = newId()
  await owner.contactMethod.create({
    data: {
      marketplaceId,
      id: contactMethodId,
      membershipId,
      partnerId,
      channel: 'mail',
      address: email,
      verifiedAt: FOUNDED,
      createdAt: FOUNDED,
    },
  })
  await owner.notifyRule.create({ data: { marketplaceId, membershipId, partnerId, position: 0, contactMethodId } })
}
