import type { Tx } from '@/lib/db'
import type { CalendarHours, Holiday } from './schema'

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
    where: { marketplaceId, calendarId: row.id },
    orderBy: { date: 'asc' },
  })
  return {
    timeZone: row.timeZone,
    intervals: row.intervals.map(({ weekday, from, to }) => ({ weekday, from, to })),
    // What a calendar holds was checked by the schema when it was saved.
    holidays: holidays.map(({ date, name, open }) => ({ date, name, open: open as Holiday['open'] })),
  }
}
