import ical, { ICalEventTransparency } from 'ical-generator'
import { HOUR } from '@/lib/foundation/clock'
import { env } from '@/lib/foundation/env'
import { idFrom } from '@/lib/foundation/ids'
import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import type { NamedOnCall, Stretch } from './schema'

/** Namespace of the events' ids: the same shift keeps its id from one look to the next, so no calendar doubles it. */
const EVENT_NAMESPACE = '0f4f9f0e-6d0b-5d8e-8a5f-3d1e5c7a2b90'

type Shown = Stretch & NamedOnCall

type CalendarParts = {
  now: Date
  locale: Locale
  marketplace: { name: string; slug: string }
  schedule: { id: string; name: string; timeZone: string }
  /** Only the shifts of this member; null: everybody's, and the gaps. */
  mine: string | null
  /** In order, tiling the time that is told. */
  shifts: readonly Shown[]
}

/** Shifts as iCalendar text (RFC 5545): instants in UTC, so that every calendar shows its owner's own time. */
export function calendarText(parts: CalendarParts): string {
  const { now, locale, marketplace, schedule, mine } = parts
  const t = translatorFor(locale, 'schedule')
  const names = { schedule: schedule.name, marketplace: marketplace.name }
  const calendar = ical({
    name: t(mine ? 'feed.nameMine' : 'feed.name', names),
    prodId: { company: 'Waybill', product: 'On call', language: 'EN' },
    // How often a calendar should look, in seconds.
    ttl: HOUR / 1000,
  })
  const url = `${env().WAYBILL_URL}/${marketplace.slug}/oncall/schedule?schedule=${schedule.id}`
  for (const event of mine ? ofOne(parts.shifts, mine) : parts.shifts) {
    const first = event.primary
    const title = mine
      ? t(first?.membershipId === mine ? 'feed.first' : 'feed.behind', names)
      : first
        ? t('feed.shift', { name: first.name, ...names })
        : t('feed.gap', names)
    const people = event.others.map(({ name }) => name)
    calendar.createEvent({
      id: `${idFrom(EVENT_NAMESPACE, [schedule.id, mine ?? 'whole', first?.membershipId ?? '', beginOf(parts, event)])}@waybill`,
      start: event.from,
      end: event.to,
      stamp: now,
      summary: title,
      description: people.length > 0 ? t('behind', { people: formatsFor(locale, 'UTC').list(people) }) : null,
      transparency: ICalEventTransparency.TRANSPARENT,
      url,
    })
  }
  return calendar.toString()
}

/** What began before the time that is told has its beginning cut off: it moves on each day and is no part of the id. */
function beginOf({ shifts }: CalendarParts, event: Stretch): string {
  return event.from.getTime() === shifts[0]?.from.getTime() ? 'before' : event.from.toISOString()
}

/** One member's stretches: she moves on with the same role while only the others change. */
function ofOne(shifts: readonly Shown[], member: string): Shown[] {
  const found: Shown[] = []
  for (const shift of shifts) {
    const first = shift.primary?.membershipId === member
    if (!first && !shift.others.some(({ membershipId }) => membershipId === member)) continue
    const last = found.at(-1)
    const goesOn = last?.to.getTime() === shift.from.getTime() && (last.primary?.membershipId === member) === first
    if (last && goesOn) last.to = shift.to
    else found.push({ ...shift })
  }
  return found
}
