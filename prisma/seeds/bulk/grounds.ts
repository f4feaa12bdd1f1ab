import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { ACCEPTED } from '@/lib/attachments/schema'
import { type CalendarHours, openSegments } from '@/lib/calendar'
import { DAY } from '@/lib/foundation/clock'
import { mostSpecific } from '@/lib/sla'
import { fileContent } from '../files'
import { bulkCompany } from './companies'
import { tools } from './functions.sql'
import { brands, POOL, poolTexts } from './texts'
import { words } from './words'

/** The two years that requests are spread over, and how far deadlines may lie ahead of them. */
const SPREAD = 730 * DAY
const AHEAD = 400 * DAY
/** One company for so many requests, at most so many: a company has between none and four times as many. */
const PER_COMPANY = 500
const MOST_COMPANIES = 2000

export type Target = { id: string; slug: string; timeZone: string }

type Row = Record<string, unknown>

/** Lays everything a batch reads into tables of this connection, and the companies into the marketplace. */
export async function layGrounds(client: Client, target: Target, tickets: number): Promise<void> {
  await client.query(tools)
  const companies = Math.max(5, Math.min(MOST_COMPANIES, Math.ceil(tickets / PER_COMPANY)))
  const ends = await endOfSpread(client, target)
  await writeCompanies(client, target, companies, new Date(ends.getTime() - SPREAD - DAY))
  const topics = await layTopics(client, target)
  await layCalendars(client, target, new Date(ends.getTime() - SPREAD - 2 * DAY), new Date(ends.getTime() + AHEAD))
  await layAgents(client, target)
  await layTexts(client)
  await layFiles(client)
  await client.query(
    `insert into plan select $1, $2, floor(extract(epoch from $3::timestamptz) * 1000), floor(extract(epoch from $4::timestamptz) * 1000),
       $5, $6, s.auto_close_reminder_days * 86400000::bigint, s.auto_close_days * 86400000::bigint
     from marketplace_settings s where s.marketplace_id = $1`,
    [target.id, target.timeZone, new Date(ends.getTime() - SPREAD), ends, companies, topics],
  )
  await client.query('analyze span, promise, topic_choice, agent_choice, company, pool, brand')
}

/** The present of the first run: a later one goes on with the same two years. */
async function endOfSpread(client: Client, target: Target): Promise<Date> {
  const { rows } = await client.query<{ at: Date }>(
    `select coalesce((select created_at + $2 * interval '1 day' from partner where marketplace_id = $1
       and substr(id::text, 15, 9) = '7c00-85ed' order by id limit 1), date_trunc('second', app_now())) as at`,
    [target.id, (SPREAD + DAY) / DAY],
  )
  return rows[0]?.at ?? new Date(0)
}

async function writeCompanies(client: Client, target: Target, count: number, founded: Date): Promise<void> {
  const made = Array.from({ length: count }, (_, index) => bulkCompany(target.slug, index + 1))
  const apart = parseInt(createHash('sha256').update(target.id).digest('hex').slice(0, 6), 16)
  const people = made.flatMap((company) =>
    company.people.map((person, k) => ({ ...person, n: company.n, k, locale: company.locale, zone: company.timeZone })),
  )
  const id = (tag: string) =>
    `pg_temp.bulk_id(floor(extract(epoch from $2::timestamptz) * 1000)::bigint, ${tag}, $3::bigint, x.n)`
  const given = (rows: readonly Row[]) => [target.id, founded, apart, JSON.stringify(rows)]
  await client.query(
    `insert into partner (marketplace_id, id, name, locale, time_zone, created_at)
     select $1, ${id("'c00'")}, x.name, x.locale, x.zone, $2
     from jsonb_to_recordset($4) as x (n bigint, name text, locale text, zone text) on conflict do nothing`,
    given(made.map(({ n, name, locale, timeZone }) => ({ n, name, locale, zone: timeZone }))),
  )
  await client.query(
    `insert into "user" (id, email, name, locale, time_zone, created_at)
     select ${id("'b0' || x.k")}, x.email, x.name, x.locale, x.zone, $2::timestamptz
     from jsonb_to_recordset($4) as x (n bigint, k int, email text, name text, locale text, zone text)
     where $1::uuid is not null on conflict do nothing`,
    given(people),
  )
  await client.query(
    `with x as (select * from jsonb_to_recordset($4) as x (n bigint, k int, role text)), made as (
       insert into membership (marketplace_id, id, user_id, partner_id, role, created_at, joined_at)
       select $1, ${id("'d0' || x.k")}, ${id("'b0' || x.k")}, ${id("'c00'")}, x.role, $2, $2 from x on conflict do nothing)
     insert into company select x.n, ${id("'c00'")}, p.locale, array_agg(${id("'d0' || x.k")} order by x.k)
     from x join partner p on p.marketplace_id = $1 and p.id = ${id("'c00'")} group by x.n, p.locale`,
    given(people),
  )
}

/** Which topics are written about, the earlier ones of a shuffled order more often, and what is promised for each. */
async function layTopics(client: Client, target: Target): Promise<number[]> {
  const { rows: topics } = await client.query<{ id: string; team_id: string }>(
    'select id, team_id from topic where marketplace_id = $1 and not urgent and archived_at is null order by md5(key)',
    [target.id],
  )
  if (topics.length === 0) throw new Error(`${target.slug} has no topic to write about`)
  const { rows: policies } = await client.query<Row>('select * from sla_policy where marketplace_id = $1', [target.id])
  const known = policies.map((row) => ({
    id: String(row.id),
    topicId: row.topic_id as string | null,
    priority: row.priority as string | null,
    calendarId: String(row.calendar_id),
    firstAnswerMinutes: Number(row.first_answer_minutes),
    nextAnswerMinutes: row.next_answer_minutes === null ? null : Number(row.next_answer_minutes),
  }))
  const promises = topics.flatMap((topic) =>
    ['low', 'normal', 'high'].map((priority) => {
      const policy = mostSpecific(known, topic.id, priority)
      return {
        topic_id: topic.id,
        priority,
        policy_id: policy?.id,
        calendar_id: policy?.calendarId,
        minutes: policy?.firstAnswerMinutes,
        next_minutes: policy?.nextAnswerMinutes,
      }
    }),
  )
  await fill(
    client,
    'topic_choice',
    topics.map(({ id, team_id }, n) => ({ n, topic_id: id, team_id })),
  )
  await fill(client, 'promise', promises)
  const weights = topics.map((_, n) => 1 / (n + 3))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.slice(0, -1).map((_, n) => weights.slice(0, n + 1).reduce((sum, weight) => sum + weight, 0) / whole)
}

async function layCalendars(client: Client, target: Target, from: Date, to: Date): Promise<void> {
  const { rows } = await client.query<{ id: string; hours: CalendarHours }>(
    `select c.id, jsonb_build_object('timeZone', c.time_zone,
       'intervals', coalesce((select jsonb_agg(jsonb_build_object('weekday', i.weekday, 'from', i.from_time, 'to', i.to_time)) from calendar_interval i
         where i.marketplace_id = c.marketplace_id and i.calendar_id = c.id), '[]'),
       'holidays', coalesce((select jsonb_agg(jsonb_build_object('date', h.date, 'name', h.name, 'open', h.open)) from calendar_holiday h
         where h.marketplace_id = c.marketplace_id and h.calendar_id = c.id), '[]')) as hours
     from calendar c where c.marketplace_id = $1 order by not c.is_default, c.id`,
    [target.id],
  )
  const spans = rows.flatMap(({ hours }, calendar) => {
    let before = 0
    return openSegments(hours, from, to).map((segment) => {
      const [opens, closes] = [segment.from.getTime(), segment.to.getTime()]
      const span = { calendar, opens, closes, before }
      before += closes - opens
      return span
    })
  })
  await fill(client, 'span', spans)
  await client.query(
    'create index on span (calendar, opens) include (closes, before); create index on span (calendar, before) include (opens)',
  )
  await client.query(
    `update promise set calendar = coalesce((select c.n - 1 from unnest($1::uuid[]) with ordinality as c (id, n) where c.id = promise.calendar_id), 0)`,
    [rows.map(({ id }) => id)],
  )
}

/** Who answers for a team: its members, or every agent where it has none. */
async function layAgents(client: Client, target: Target): Promise<void> {
  await client.query(
    `with staff as (select id from membership where marketplace_id = $1 and partner_id is null and joined_at is not null and disabled_at is null
         and role in ('agent', 'lead')),
       seats as (select t.id as team_id, s.id from team t cross join staff s where t.marketplace_id = $1 and (
         exists (select from team_member m where m.marketplace_id = $1 and m.team_id = t.id and m.membership_id = s.id)
         or not exists (select from team_member m join staff on staff.id = m.membership_id where m.marketplace_id = $1 and m.team_id = t.id)))
     insert into agent_choice select team_id, row_number() over w - 1, count(*) over (partition by team_id), id from seats window w as (partition by team_id order by id)`,
    [target.id],
  )
}

async function layTexts(client: Client): Promise<void> {
  const comments = Object.entries(words).flatMap(([locale, { comments }]) =>
    comments.map((text, n) => ({ locale, kind: 'comment', n, text })),
  )
  await fill(client, 'pool', [...poolTexts(), ...comments])
  await client.query("update pool set document = search_document(locale, text) where kind <> 'comment'")
  await client.query('create index on pool (kind, locale, n)')
  await fill(
    client,
    'brand',
    brands.map((name, n) => ({ n, name })),
  )
  await client.query(`create function pg_temp.stars(n bigint) returns int language sql immutable as $$
    select (array[5, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 2, 1, 1])[1 + floor(pg_temp.chance(n, 60) * 20)::int] $$`)
  if (POOL.ask.texts !== 1500 || POOL.subject.texts !== 500) throw new Error('write.sql.ts counts on other texts')
}

/** A few small files; each attachment is one of them under a name of its own. */
export const sharedFiles = [
  'screen-a.png',
  'screen-b.png',
  'invoice.pdf',
  'contract.pdf',
  'stock.csv',
  'prices.csv',
].map((name, n) => {
  const content = fileContent(name)
  const extension = name.slice(name.lastIndexOf('.'))
  return {
    n,
    stem: name.slice(0, -extension.length),
    extension,
    content,
    mediaType: ACCEPTED[extension.slice(1)]?.mediaType ?? 'application/octet-stream',
  }
})

async function layFiles(client: Client): Promise<void> {
  await client.query(
    'create temp table shared_file (n int, stem text, extension text, media_type text, bytes bigint, sha256 text)',
  )
  await fill(
    client,
    'shared_file',
    sharedFiles.map(({ n, stem, extension, mediaType, content }) => ({
      n,
      stem,
      extension,
      media_type: mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    })),
  )
}

async function fill(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  await client.query(
    `insert into ${client.escapeIdentifier(table)} select * from jsonb_populate_recordset(null::${client.escapeIdentifier(table)}, $1)`,
    [JSON.stringify(rows)],
  )
}
