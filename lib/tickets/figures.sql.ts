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
  const rows = await figureRows(tx, filter)
  const keys = (kind: FigureRow['kind']) => rows.filter((row) => row.kind === kind)
  const [whole] = keys('all')
  const none = { n: 0, median: null, p90: null }
  return {
    opened: whole?.opened ?? 0,
    firstAnswer: whole ? firstAnswerOf(whole) : none,
    completion: whole ? completionOf(whole) : none,
    topics: keys('topic').map((row) => ({
      topicId: row.key,
      opened: row.opened,
      firstAnswer: firstAnswerOf(row),
      completion: completionOf(row),
    })),
    states: keys('state').map(({ key, opened }) => ({ state: key as TicketState, opened })),
    locales: keys('locale').map(({ key, opened }) => ({ locale: key, opened })),
    days: keys('day').map(({ key, opened }) => ({ day: key, opened })),
    stars: keys('stars').map(({ key, opened }) => ({ stars: Number(key), given: opened })),
  }
}

type FigureRow = {
  kind: 'all' | 'topic' | 'state' | 'locale' | 'day' | 'stars'
  key: string
  opened: number
  answered: number
  firstAnswer: number[] | null
  completed: number
  completion: number[] | null
}

/**
 * Counts by topic, state, language, day of the marketplace and stars; times for all and for each topic. The rows are
 * fetched once, from the index ticket_opened alone, and kept: a month of a large marketplace is tens of thousands of
 * them, and fetching is what costs. Row security makes the planner expect a handful, for which it would look up ratings
 * one by one; it may not, and may keep what it sorts in memory, as long as this statement takes.
 */
async function figureRows(tx: Tx, filter: FigureFilter): Promise<FigureRow[]> {
  const [set] = await tx.$queryRaw<[{ before: string }]>`
    select current_setting('work_mem') as before, set_config('enable_nestloop', 'off', true)`
  await tx.$queryRaw`select set_config('work_mem', '16MB', true)`
  const rows = await tx.$queryRaw<FigureRow[]>(Prisma.sql`
    with c as materialized (
      select t.id, t.topic_id, t.state, t.locale, (t.created_at at time zone ${filter.zone})::date as day,
             t.first_answer_took, t.completion_took
        from ticket t where ${counted(filter)}),
    few as materialized (select state, locale, day, count(*) as opened from c group by state, locale, day)
    select case when grouping(topic_id) = 0 then 'topic' else 'all' end as kind, topic_id::text as key,
           count(*)::int as opened, count(first_answer_took)::int as answered,
           percentile_cont(array[0.5, 0.9]) within group (order by first_answer_took) as "firstAnswer",
           count(completion_took)::int as completed,
           percentile_cont(array[0.5, 0.9]) within group (order by completion_took) as completion
      from c group by grouping sets ((), (topic_id))
    union all
    select case when grouping(state) = 0 then 'state' when grouping(locale) = 0 then 'locale' else 'day' end,
           coalesce(state, locale, to_char(day, 'YYYY-MM-DD')), sum(opened)::int, 0, null, 0, null
      from few group by grouping sets ((state), (locale), (day))
    union all
    select 'stars', r.stars::text, count(*)::int, 0, null, 0, null
      from rating r join c on c.id = r.ticket_id where r.rated_at >= ${filter.from} group by r.stars
     order by opened desc, key`)
  await tx.$queryRaw`select set_config('enable_nestloop', 'on', true), set_config('work_mem', ${set.before}, true)`
  return rows
}

/** As conditions on the ticket `t`; which marketplace is row security's. */
function counted({ from, to, topicId, teamId, locale }: FigureFilter): Prisma.Sql {
  return Prisma.sql`t.created_at >= ${from} and t.created_at < ${to}
    ${topicId ? Prisma.sql`and t.topic_id = ${topicId}::uuid` : Prisma.empty}
    ${teamId ? Prisma.sql`and t.team_id = ${teamId}::uuid` : Prisma.empty}
    ${locale ? Prisma.sql`and t.locale = ${locale}` : Prisma.empty}`
}

function firstAnswerOf({ answered, firstAnswer }: FigureRow): TookFigure {
  return { n: answered, median: firstAnswer?.[0] ?? null, p90: firstAnswer?.[1] ?? null }
}

function completionOf({ completed, completion }: FigureRow): TookFigure {
  return { n: completed, median: completion?.[0] ?? null, p90: completion?.[1] ?? null }
}
