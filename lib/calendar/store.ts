import type { Prisma, Tx } from '@/lib/db'
import type { CalendarHours, CalendarName, DaySpan, Holiday, Interval, YearDay } from './schema'

/**
 * The working hours of a calendar, of the marketplace's default one when none is named (000-07).
 * @throws when there is none: every marketplace is made with a default calendar
 */
export async function calendarOf(tx: Tx, marketplaceId: string, calendarId?: string): Promise<CalendarHours> {
  const which = calendarId === undefined ? { isDefault: true } : { id: calendarId }
  const row = await tx.calendar.findFirst({
    where: { marketplaceId, ...which },
    include: { intervals: { orderBy: [{ weekday: 'asc' }, { from: 'asc' }] } },
  })
  if (!row) throw new Error(calendarId ? 'no such calendar' : 'the marketplace has no default calendar')
  // Asked for apart: two relations of one question are asked at once, and a transaction has one connection.
  const holidays = await tx.calendarHoliday.findMany({
    where: { marketplaceId, calendarId: row.id, worksAsUsual: false },
    orderBy: { date: 'asc' },
  })
  return {
    timeZone: row.timeZone,
    intervals: row.intervals.map(({ weekday, from, to }) => ({ weekday, from, to })),
    // What a calendar holds was checked by the schema when it was saved.
    holidays: holidays.map(({ date, name, open }) => ({ date, name, open: open as Holiday['open'] })),
  }
}

/** Every calendar of the marketplace, its default one first. */
export async function calendarsOf(tx: Tx, marketplaceId: string): Promise<CalendarName[]> {
  return tx.calendar.findMany({
    where: { marketplaceId },
    orderBy: [{ isDefault: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, timeZone: true, region: true, isDefault: true },
  })
}

/** The holidays of a calendar, or of one year of it, in order; those on which it works as usual among them. */
export async function daysOf(tx: Tx, marketplaceId: string, calendarId: string, year?: number): Promise<YearDay[]> {
  const rows = await tx.calendarHoliday.findMany({
    where: {
      marketplaceId,
      calendarId,
      ...(year === undefined ? {} : { date: { gte: `${year}-01-01`, lte: `${year}-12-31` } }),
    },
    orderBy: { date: 'asc' },
  })
  return rows.map(({ date, name, source, open, worksAsUsual }) => ({
    date,
    name,
    source,
    open: open as DaySpan[],
    worksAsUsual,
  }))
}

type Written = Omit<CalendarName, 'isDefault'> & { marketplaceId: string; intervals: readonly Interval[] }

/** Writes a calendar's name, zone, region and week over what was there, or a new calendar. */
export async function writeCalendar(tx: Tx, { marketplaceId, id, intervals, ...data }: Written): Promise<void> {
  const key = { marketplaceId, id }
  const { count } = await tx.calendar.updateMany({ where: key, data })
  if (count === 0) await tx.calendar.createMany({ data: { ...key, ...data } })
  await tx.calendarInterval.deleteMany({ where: { marketplaceId, calendarId: id } })
  await tx.calendarInterval.createMany({
    data: intervals.map((interval) => ({ marketplaceId, calendarId: id, ...interval })),
  })
}

type Where = { marketplaceId: string; calendarId: string }

/** Another region: what the old one brought from `from` ('2026-11-22') on is taken away, our own days stay. */
export async function dropRegionDays(tx: Tx, { marketplaceId, calendarId }: Where, from: string): Promise<void> {
  await tx.calendarHoliday.deleteMany({
    where: { marketplaceId, calendarId, source: { not: 'manual' }, date: { gte: from } },
  })
}

/** Adds a region's days where the calendar says nothing of that date yet; how many were new. */
export async function addRegionDays(
  tx: Tx,
  { marketplaceId, calendarId }: Where,
  source: string,
  days: readonly { date: string; name: string }[],
): Promise<number> {
  const data = days.map((one) => ({ marketplaceId, calendarId, ...one, source }))
  const { count } = await tx.calendarHoliday.createMany({ data, skipDuplicates: true })
  return count
}

/** What a day is from now on; a new one is our own. False when there is no such day and none can be made of it. */
export async function writeDay(
  tx: Tx,
  { marketplaceId, calendarId }: Where,
  day: { date: string; name?: string | undefined; open: readonly DaySpan[]; worksAsUsual: boolean },
): Promise<boolean> {
  const { date, name, open, worksAsUsual } = day
  const key = { marketplaceId, calendarId, date }
  const data = { open: open.map(({ from, to }) => ({ from, to })) as Prisma.InputJsonValue, worksAsUsual }
  const named = name === undefined ? {} : { name }
  const { count } = await tx.calendarHoliday.updateMany({ where: key, data: { ...data, ...named } })
  if (count > 0) return true
  if (name === undefined) return false
  await tx.calendarHoliday.createMany({ data: { ...key, ...data, name, source: 'manual' } })
  return true
}

/** Takes a day of our own away; a region's day can be worked on, but stays listed. */
export async function removeDay(tx: Tx, { marketplaceId, calendarId }: Where, date: string): Promise<boolean> {
  const own = { marketplaceId, calendarId, date, source: 'manual' }
  return (await tx.calendarHoliday.deleteMany({ where: own })).count > 0
}
