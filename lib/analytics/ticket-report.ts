import { authorize, type StaffActor } from '@/lib/authz'
import { dayOfWall, toInstant, wallAt } from '@/lib/calendar'
import { topicNames, topicTree } from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import type { Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { allTeams } from '@/lib/teams'
import { asStaff } from '@/lib/tenancy'
import { TICKET_STATES, type TicketFigures, ticketFigures } from '@/lib/tickets'
import type { Report, ReportAsked } from './schema'
import { dayAfter, whichDays } from './which-days'

/**
 * Figures over the requests opened in a stretch of days (003-10), in the marketplace's own days: by topic, status,
 * language and day, how long the first answer and the completion took in business time, and how they were rated.
 */
export async function ticketReport(
  actor: StaffActor,
  asked: ReportAsked & { locale: Locale },
): Promise<Outcome<Report, 'not_allowed'>> {
  if (!authorize(actor, 'report.read')) return refuse('not_allowed')
  const branches = await topicTree(actor, asked.locale)
  return asStaff(actor, async (tx, now) => {
    const { timeZone: zone } = await marketplaceOf(tx, actor.marketplaceId)
    const { from, to, days, fault } = whichDays(asked, dayIn(zone, now))
    const figures = await ticketFigures(tx, {
      from: toInstant(from, '00:00', zone, 'start'),
      to: toInstant(dayAfter(to), '00:00', zone, 'start'),
      zone,
      topicId: asked.topic,
      teamId: asked.team,
      locale: asked.language,
    })
    const teams = (await allTeams(tx)).map(({ id, name }) => ({ id, name }))
    const topics = branches.flatMap((branch) =>
      branch.topics.map(({ id, name }) => ({ id, name, categoryName: branch.name })),
    )
    return ok({
      from,
      to,
      zone,
      fault,
      opened: figures.opened,
      firstAnswer: figures.firstAnswer,
      completion: figures.completion,
      satisfaction: satisfactionOf(figures),
      topics: await namedTopics(tx, figures, asked.locale),
      states: TICKET_STATES.map((state) => ({ state, opened: countOf(figures.states, (row) => row.state === state) })),
      languages: figures.locales,
      days: everyDay(figures, days),
      choices: { topics, teams },
      mayExport: authorize(actor, 'report.export'),
    })
  })
}

function satisfactionOf({ stars: given }: TicketFigures): Report['satisfaction'] {
  const stars = [1, 2, 3, 4, 5].map((star) => given.find((row) => row.stars === star)?.given ?? 0)
  const n = stars.reduce((sum, count) => sum + count, 0)
  if (n === 0) return { n, mean: null, good: null, stars }
  const points = stars.reduce((sum, count, index) => sum + count * (index + 1), 0)
  return { n, mean: points / n, good: ((stars[3] ?? 0) + (stars[4] ?? 0)) / n, stars }
}

async function namedTopics(tx: Tx, { topics }: TicketFigures, locale: Locale): Promise<Report['topics']> {
  const names = await topicNames(
    tx,
    topics.map(({ topicId }) => topicId),
    locale,
  )
  return topics.map(({ topicId, ...figures }) => {
    const { name = '', categoryName = '' } = names.get(topicId) ?? {}
    return { id: topicId, name, categoryName, ...figures }
  })
}

/** Days without requests too: a gap in a line would hide that nothing came. */
function everyDay(figures: TicketFigures, days: readonly string[]): Report['days'] {
  const counts = new Map(figures.days.map(({ day, opened }) => [day, opened]))
  return days.map((day) => ({ day, opened: counts.get(day) ?? 0 }))
}

function countOf<Row extends { opened: number }>(rows: readonly Row[], wanted: (row: Row) => boolean): number {
  return rows.find(wanted)?.opened ?? 0
}

/** The date that a zone's wall shows, YYYY-MM-DD. */
function dayIn(zone: string, at: Date): string {
  return new Date(dayOfWall(wallAt(zone, at.getTime())) * 86_400_000).toISOString().slice(0, 10)
}
