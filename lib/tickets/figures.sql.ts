import { Prisma, type Tx } from '@/lib/db'
import type { TicketState } from './states'

/** Which requests are counted: opened at `from` or later and before `to`. */
export type FigureFilter = {
  from: Date
  to: Date
  /** IANA name: whose midnight parts the days. */
  zone: string
  topicId?: string | undefined
  teamId?: string | undefined
  /** The language they were written in. */
  locale?: string | undefined
}

/** Business minutes over `n` requests; null while there are none. */
export type TookFigure = { n: number; median: number | null; p90: number | null }
export type TopicFigure = { topicId: string; opened: number; firstAnswer: TookFigure; completion: TookFigure }

export type TicketFigures = {
  opened: number
  firstAnswer: TookFigure
  completion: TookFigure
  topics: TopicFigure[]
  states: { state: TicketState; opened: number }[]
  locales: { locale: string; opened: number }[]
  /** Days without any are left out. */
  days: { day: string; opened: number }[]
  /** How many of these requests were given so many stars. */
  stars: { stars: number; given: number }[]
}

/**
 * Counts, times and ratings of the requests that were opened in a stretch of time (003-10), for reports. Written by hand:
 * groups of several kinds are made in one reading of the same rows. Joins a transaction of the staff's side.
 */
export async function ticketFigures(tx: Tx, filter: FigureFilter): Promise<TicketFigures> {
  const topics = await tookByTopic(tx, filter)
  const counts = await countsByKind(tx, filter)
  const whole = topics.find(({ topicId }) => topicId === null)
  const none = { n: 0, median: null, p90: null }
  const keys = (kind: string) => counts.filter((row) => row.kind === kind)
  return {
    opened: whole?.opened ?? 0,
    firstAnswer: whole ? firstAnswerOf(whole) : none,
    completion: whole ? completionOf(whole) : none,
    topics: topics.flatMap((row) =>
      row.topicId === null
        ? []
        : [
            {
              topicId: row.topicId,
              opened: row.opened,
              firstAnswer: firstAnswerOf(row),
              completion: completionOf(row),
            },
          ],
    ),
    states: keys('state').map(({ key, opened }) => ({ state: key as TicketState, opened })),
    locales: keys('locale').map(({ key, opened }) => ({ locale: key, opened })),
    days: keys('day').map(({ key, opened }) => ({ day: key, opened })),
    stars: await starsGiven(tx, filter),
  }
}

type TookRow = {
  topicId: string | null
  opened: number
  answered: number
  firstAnswer: number[] | null
  completed: number
  completion: number[] | null
}

/** One row for each topic and one, without a topic, for all. */
function tookByTopic(tx: Tx, filter: FigureFilter): Promise<TookRow[]> {
  return tx.$queryRaw<TookRow[]>(Prisma.sql`
    select t.topic_id as "topicId", count(*)::int as opened,
           count(t.first_answer_took)::int as answered,
           percentile_cont(array[0.5, 0.9]) within group (order by t.first_answer_took) as "firstAnswer",
           count(t.completion_took)::int as completed,
           percentile_cont(array[0.5, 0.9]) within group (order by t.completion_took) as completion
      from ticket t where ${counted(filter)}
     group by grouping sets ((), (t.topic_id)) order by opened desc, t.topic_id`)
}

/** How many stand in each state, in each language, and on each day of the marketplace. */
function countsByKind(tx: Tx, filter: FigureFilter) {
  return tx.$queryRaw<{ kind: string; key: string; opened: number }[]>(Prisma.sql`
    select case when grouping(c.state) = 0 then 'state' when grouping(c.locale) = 0 then 'locale' else 'day' end as kind,
           coalesce(c.state, c.locale, to_char(c.day, 'YYYY-MM-DD')) as key, count(*)::int as opened
      from (select t.state, t.locale, (t.created_at at time zone ${filter.zone})::date as day
              from ticket t where ${counted(filter)}) c
     group by grouping sets ((c.state), (c.locale), (c.day)) order by kind, opened desc, key`)
}

function starsGiven(tx: Tx, filter: FigureFilter) {
  return tx.$queryRaw<{ stars: number; given: number }[]>(Prisma.sql`
    select r.stars, count(*)::int as given
      from rating r join ticket t on t.marketplace_id = r.marketplace_id and t.id = r.ticket_id
     where r.rated_at >= ${filter.from} and ${counted(filter)} group by r.stars order by r.stars`)
}

/** As conditions on the ticket `t`; which marketplace is row security's. */
function counted({ from, to, topicId, teamId, locale }: FigureFilter): Prisma.Sql {
  return Prisma.sql`t.created_at >= ${from} and t.created_at < ${to}
    ${topicId ? Prisma.sql`and t.topic_id = ${topicId}::uuid` : Prisma.empty}
    ${teamId ? Prisma.sql`and t.team_id = ${teamId}::uuid` : Prisma.empty}
    ${locale ? Prisma.sql`and t.locale = ${locale}` : Prisma.empty}`
}

function firstAnswerOf({ answered, firstAnswer }: TookRow): TookFigure {
  return { n: answered, median: firstAnswer?.[0] ?? null, p90: firstAnswer?.[1] ?? null }
}

function completionOf({ completed, completion }: TookRow): TookFigure {
  return { n: completed, median: completion?.[0] ?? null, p90: completion?.[1] ?? null }
}
