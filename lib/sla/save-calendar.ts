import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import {
  addRegionDays,
  calendarOf,
  calendarsOf,
  daysOf,
  dropRegionDays,
  type HoursInput,
  holidaysOf,
  type Interval,
  isRegion,
  readSpans,
  writeCalendar,
} from '@/lib/calendar'
import type { Tx } from '@/lib/db'
import { newId } from '@/lib/foundation/ids'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { marketplaceOf } from '@/lib/marketplace'
import { asStaff } from '@/lib/tenancy'
import { type HoursWhy, hoursHold } from './hours-hold'
import { askRecount } from './recount'

export type SaveCalendarRefusal = 'not_allowed' | 'not_found' | 'region_unknown' | HoursWhy

/**
 * Writes a calendar as its form has it, or a new one. A region brings the public holidays of this year and the next; another
 * region takes those of the old one away from today on. Open requests are counted anew by these hours.
 */
export async function saveCalendar(
  actor: StaffActor,
  input: HoursInput,
): Promise<Outcome<{ calendarId: string }, SaveCalendarRefusal>> {
  if (!authorize(actor, 'hours.edit')) return refuse('not_allowed')
  const region = regionOf(input)
  if (region !== null && !(await isRegion(region))) return refuse('region_unknown')
  const { marketplaceId } = actor
  return asStaff<Outcome<{ calendarId: string }, SaveCalendarRefusal>>(actor, async (tx, now) => {
    const found = (await calendarsOf(tx, marketplaceId)).find(({ id }) => id === input.calendarId)
    if (input.calendarId !== undefined && !found) return refuse('not_found')
    const today = now.toISOString().slice(0, 10)
    const moved = found !== undefined && found.region !== region
    const before = found ? await calendarOf(tx, marketplaceId, found.id) : null
    const { defaultLocale } = await marketplaceOf(tx, marketplaceId)
    const years = [now.getUTCFullYear(), now.getUTCFullYear() + 1]
    const days = region ? (await Promise.all(years.map((year) => holidaysOf(region, year, defaultLocale)))).flat() : []
    const calendarId = found?.id ?? newId()
    const place = { marketplaceId, calendarId }
    const kept = found ? await daysKept(tx, place, moved ? today : null) : []
    const known = new Set(kept.map(({ date }) => date))
    const intervals = intervalsOf(input)
    const week = { timeZone: input.timeZone, intervals }
    const all = [...kept, ...days.filter(({ date }) => !known.has(date))]
    const held = await hoursHold(tx, now, { marketplaceId, calendarId: found?.id ?? null }, week, all)
    if (!held.ok) return held
    const { name, timeZone } = input
    await writeCalendar(tx, { marketplaceId, id: calendarId, name, timeZone, region, intervals })
    if (moved) await dropRegionDays(tx, place, today)
    if (region) await addRegionDays(tx, place, region, days)
    await recordAudit(tx, actor, now, {
      act: 'hours.edit',
      subjectKind: 'calendar',
      subjectId: calendarId,
      ...(found && before ? { before: { ...found, intervals: before.intervals } } : {}),
      after: { name, timeZone, region, intervals },
    })
    if (found) await askRecount(tx, marketplaceId, now)
    return ok({ calendarId })
  })
}

type Place = { marketplaceId: string; calendarId: string }

/** Days that stay when the calendar is saved: all, or without those that another region brought from `from` on. */
async function daysKept(tx: Tx, { marketplaceId, calendarId }: Place, from: string | null) {
  const days = await daysOf(tx, marketplaceId, calendarId)
  return days.filter(({ source, date }) => from === null || source === 'manual' || date < from)
}

function regionOf({ country, part }: HoursInput): string | null {
  if (country === '') return null
  return part?.startsWith(`${country}-`) ? part : country
}

function intervalsOf(input: HoursInput): Interval[] {
  const lines = [input.day1, input.day2, input.day3, input.day4, input.day5, input.day6, input.day7]
  return lines.flatMap((line, index) => (readSpans(line) ?? []).map((span) => ({ weekday: index + 1, ...span })))
}
