import type { CalendarHours } from '@/lib/calendar'
import { newId } from '@/lib/foundation/ids'
import type { MarketplacePlan } from './marketplaces'
import type { Grounds } from './world'

/** Writes a marketplace's default calendar with the holidays of last year, this one and the next. */
export async function writeCalendar({ tx, now }: Grounds, plan: MarketplacePlan, marketplaceId: string) {
  const calendarId = newId()
  const year = now.getUTCFullYear()
  const holidays = plan.holidays([year - 1, year, year + 1])
  const { timeZone, hours: intervals, calendar: name } = plan
  await tx.calendar.create({ data: { marketplaceId, id: calendarId, name, timeZone, isDefault: true } })
  await tx.calendarInterval.createMany({
    data: intervals.map((interval) => ({ marketplaceId, calendarId, ...interval })),
  })
  await tx.calendarHoliday.createMany({
    data: holidays.map(({ date, name: day, open = [] }) => ({ marketplaceId, calendarId, date, name: day, open })),
  })
  const hours: CalendarHours = { timeZone, intervals, holidays }
  return { calendarId, hours }
}
