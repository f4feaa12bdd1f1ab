import pg from 'pg'
import { instantOfWall, wallAt } from '@/lib/calendar/zone'
import { DAY, HOUR } from '@/lib/foundation/clock'
import { italianHolidays } from '../../prisma/seeds/holidays'

const ZONE = 'Europe/Rome'

/** Asks the journeys' database as its owner: for addresses of pages and for moving its clock, never for the act itself. */
export async function ask<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.JOURNEY_DATABASE })
  await client.connect()
  try {
    return (await client.query<Row>(statement, values)).rows
  } finally {
    await client.end()
  }
}

/** What every marketplace of the demo is set to, as its owner might: for seconds that nobody should have to wait out. */
export async function setRules(rules: { undoSeconds?: number; cooldownMinutes?: number }): Promise<void> {
  const { undoSeconds = null, cooldownMinutes = null } = rules
  await ask(
    `update marketplace_settings set undo_seconds = coalesce($1, undo_seconds),
            cooldown_minutes = coalesce($2, cooldown_minutes)`,
    [undoSeconds, cooldownMinutes],
  )
}

async function now(): Promise<Date> {
  const [row] = await ask<{ now: Date }>('select app_now() as now')
  if (!row) throw new Error('the database did not say what time it is')
  return row.now
}

/** Moves everybody's clock on to the next weekday, 03:04 in Rome: the desk is closed and people sleep. */
export async function waitForNight(): Promise<Date> {
  return moveTo(await next(3 * HOUR + 4 * 60_000))
}

/** Moves everybody's clock on to the next working day, 10:00 in Rome: the desk is at work. */
export async function waitForMorning(): Promise<Date> {
  return moveTo(await next(10 * HOUR))
}

/** The next Monday to Friday, no holiday, at so many milliseconds after midnight. */
async function next(time: number): Promise<Date> {
  const from = await now()
  const today = Math.floor(wallAt(ZONE, from.getTime()) / DAY)
  const year = from.getUTCFullYear()
  const holidays = new Set(italianHolidays([year, year + 1]).map(({ date }) => date))
  for (let day = today; ; day++) {
    const date = new Date(day * DAY)
    const instant = new Date(instantOfWall(ZONE, day * DAY + time, 'start'))
    const isWeekend = [0, 6].includes(date.getUTCDay())
    if (!isWeekend && !holidays.has(date.toISOString().slice(0, 10)) && instant > from) return instant
  }
}

async function moveTo(instant: Date): Promise<Date> {
  await ask(
    `insert into clock_offset (id, offset_ms) select 1, extract(epoch from $1::timestamptz - now()) * 1000
     on conflict (id) do update set offset_ms = excluded.offset_ms`,
    [instant],
  )
  return instant
}

/** Name and language of a person of the demo. */
export async function personOf(email: string): Promise<{ name: string; locale: 'en' | 'it' | 'es' | 'ru' | 'pt-BR' }> {
  const [person] = await ask<{ name: string; locale: 'en' }>('select name, locale from "user" where email = $1', [
    email,
  ])
  if (!person) throw new Error(`nobody has the address ${email}`)
  return person
}
