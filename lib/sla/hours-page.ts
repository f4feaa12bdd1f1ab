import { authorize, type StaffActor } from '@/lib/authz'
import {
  type CalendarHours,
  type CalendarName,
  calendarOf,
  calendarsOf,
  countries,
  daysOf,
  holidaysOf,
  partsOf,
  type RegionChoice,
  type YearDay,
} from '@/lib/calendar'
import type { Locale } from '@/lib/i18n/locales'
import { marketplaceOf } from '@/lib/marketplace'
import { asStaff } from '@/lib/tenancy'

export type HoursPage = {
  calendars: CalendarName[]
  /** The one that is shown; null: a new one. */
  calendar: (CalendarName & Pick<CalendarHours, 'intervals'>) | null
  year: number
  /** The days of the year that stand in it; `preview`: not written yet, as its region will bring them. */
  days: (YearDay & { preview: boolean })[]
  countries: RegionChoice[]
  /** Parts of the country that it is in. */
  parts: RegionChoice[]
  /** How many promises are counted in it. */
  promises: number
  timeZone: string
}

type AskedHours = { calendarId: string | null; year: number | null; locale: Locale }

/** D4: a calendar with its week and the days of one year. `calendarId` 'new' begins one; without, the default one. */
export async function hoursPage(actor: StaffActor, asked: AskedHours): Promise<HoursPage | null> {
  if (!authorize(actor, 'promise.read')) return null
  const { defaultLocale, thisYear, ...page } = await kept(actor, asked)
  const region = page.calendar?.region ?? null
  // Years further away are not written yet: shown as they will be. The library is slow to wake, so no transaction waits.
  const written = page.days.some(({ source }) => source === region)
  const coming = region && !written && page.year >= thisYear ? await holidaysOf(region, page.year, defaultLocale) : []
  const dates = new Set(page.days.map(({ date }) => date))
  const preview = coming
    .filter(({ date }) => !dates.has(date))
    .map((day) => ({ ...day, source: region ?? '', open: [], worksAsUsual: false, preview: true }))
  const days = [...page.days.map((day) => ({ ...day, preview: false })), ...preview]
  return {
    ...page,
    days: days.sort((a, b) => (a.date < b.date ? -1 : 1)),
    countries: await countries(asked.locale),
    parts: region ? await partsOf(region.slice(0, 2)) : [],
  }
}

function kept(actor: StaffActor, asked: AskedHours) {
  const { marketplaceId } = actor
  return asStaff(actor, async (tx, now) => {
    const calendars = await calendarsOf(tx, marketplaceId)
    const { timeZone, defaultLocale } = await marketplaceOf(tx, marketplaceId)
    const wanted = calendars.find(({ id }) => id === asked.calendarId) ?? calendars[0]
    const found = asked.calendarId === 'new' ? undefined : wanted
    const thisYear = now.getUTCFullYear()
    const year = asked.year !== null && Math.abs(asked.year - thisYear) <= 5 ? asked.year : thisYear
    const where = found && { marketplaceId, calendarId: found.id, archivedAt: null }
    return {
      calendars,
      calendar: found ? { ...found, intervals: (await calendarOf(tx, marketplaceId, found.id)).intervals } : null,
      year,
      days: found ? await daysOf(tx, marketplaceId, found.id, year) : [],
      promises: where ? await tx.slaPolicy.count({ where }) : 0,
      timeZone,
      defaultLocale,
      thisYear,
    }
  })
}
