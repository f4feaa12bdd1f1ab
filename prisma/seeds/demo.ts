import type { PrismaClient, Tx } from '@/lib/db'
import { after, DAY } from '@/lib/foundation/clock'
import { newId } from '@/lib/foundation/ids'
import { seedArticles } from './articles'
import { writeCalendar } from './calendar'
import { seedCatalogue } from './catalogue'
import { writeCompanyContacts } from './company-contacts'
import logins from './demo-logins.json'
import { type MarketplacePlan, marketplaces } from './marketplaces'
import { writeOnCall } from './oncall'
import { writePartnerCall } from './partner-call'
import { stories } from './stories'
import { writeSystems } from './systems'
import { tellStory } from './tell-story'
import { numberThem, playConversations, writeTickets } from './tickets'
import type { Grounds, SeededMarketplace } from './world'
import { writeEscalations } from './write-escalations'
import { type Users, writePeople } from './write-people'

export type DemoSettings = {
  /** Where attachments lie (WAYBILL_FILES). */
  files: string
  hashPassword: (password: string) => Promise<string>
}

/** Numbers that landmarks of the demo carry, so that pictures and guides can name them: the incident night is NV-2041. */
const LANDMARK = { nova: 2041, orbita: 318 }

/** What a seeding takes at most; far beyond what it needs. */
const PATIENCE_MS = 60_000

/**
 * Writes the demo world, in one transaction, as of the database's present: two marketplaces, a week of requests, one
 * incident night. Does nothing and answers false where any marketplace exists. Needs the owner's connection.
 */
export async function seedDemo(owner: PrismaClient, { files, hashPassword }: DemoSettings): Promise<boolean> {
  const password = logins[0]?.password
  if (!password) throw new Error('demo-logins.json names no password')
  const passwordHash = await hashPassword(password)
  return owner.$transaction(
    async (tx) => {
      // Two starts beside each other: the second waits and finds the world there.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('waybill demo world'))`
      if ((await tx.marketplace.count()) > 0) return false
      const now = await presentOf(tx)
      const grounds: Grounds = { tx, now, founded: after(now, -210 * DAY) }
      const users: Users = new Map()
      for (const plan of marketplaces) await seedMarketplace(grounds, plan, users, passwordHash, files)
      return true
    },
    { timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
  )
}

async function presentOf(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<{ now: Date }[]>`select app_now() as now`
  if (!row) throw new Error('the database told no time')
  return row.now
}

async function seedMarketplace(
  grounds: Grounds,
  plan: MarketplacePlan,
  users: Users,
  passwordHash: string,
  files: string,
): Promise<void> {
  const { tx, now, founded } = grounds
  const id = newId()
  const { slug, name, prefix, defaultLocale, timeZone, brandColor } = plan
  await tx.marketplace.create({
    data: { id, slug, name, prefix, defaultLocale, timeZone, brandColor, createdAt: founded },
  })
  await tx.marketplaceSettings.create({ data: { marketplaceId: id } })
  await seedArticles(tx, id, after(now, -47 * DAY))
  const people = await writePeople(grounds, plan, id, users, passwordHash)
  const calendar = await writeCalendar(grounds, plan, id)
  const catalogue = await readCatalogue(grounds, id, people.teams, calendar.calendarId)
  const marketplace: SeededMarketplace = { plan, id, ...calendar, ...people, ...catalogue }
  const on = await writeOnCall(grounds, marketplace)
  await writeCompanyContacts(grounds, marketplace)
  await writePartnerCall(grounds, marketplace)
  await writeSystems(grounds, marketplace)
  const told = stories.filter(({ at }) => at === plan.key).map((story) => tellStory(marketplace, on, story, now))
  const landmark = told[0]?.played
  if (!landmark) throw new Error(`no story happens in ${name}`)
  const played = [...told.map((one) => one.played), ...playConversations(marketplace, now)]
  await writeTickets(grounds, id, numberThem(played, landmark, LANDMARK[plan.key]), files)
  await writeEscalations(grounds, marketplace, on, told)
}

/** Writes the catalogue and answers what was written: topics by key, and what is promised. */
async function readCatalogue(
  { tx, founded }: Grounds,
  marketplaceId: string,
  teams: SeededMarketplace['teams'],
  calendarId: string,
): Promise<Pick<SeededMarketplace, 'topics' | 'promises'>> {
  await seedCatalogue(tx, marketplaceId, teams, calendarId, founded)
  // Where a topic promises nothing of its own, what an agent calls pressing is answered in half a working day.
  await tx.slaPolicy.create({
    data: { marketplaceId, id: newId(), calendarId, priority: 'high', firstAnswerMinutes: 240, nextAnswerMinutes: 240 },
  })
  const topics = await tx.topic.findMany({ where: { marketplaceId } })
  const promises = await tx.slaPolicy.findMany({ where: { marketplaceId } })
  return { topics: new Map(topics.map(({ key, id, teamId, urgent }) => [key, { id, teamId, urgent }])), promises }
}
