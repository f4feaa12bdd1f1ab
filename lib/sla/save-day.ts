import { recordAudit } from '@/lib/audit'
import { authorize, type StaffActor } from '@/lib/authz'
import { calendarOf, calendarsOf, type DayInput, daysOf, readSpans, removeDay, writeDay } from '@/lib/calendar'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import { asStaff } from '@/lib/tenancy'
import { type HoursWhy, hoursHold } from './hours-hold'
import { askRecount } from './recount'

export type SaveDayRefusal = 'not_allowed' | 'not_found' | HoursWhy

/**
 * Closes a day, opens it as any other or for hours of its own; with a name, a day of our own is added. Open requests are
 * counted anew.
 */
export async function saveDay(
  actor: StaffActor,
  input: DayInput,
): Promise<Outcome<{ calendarId: string; date: string }, SaveDayRefusal>> {
  if (!authorize(actor, 'hours.edit')) return refuse('not_allowed')
  const { calendarId, date, name, choice } = input
  const { marketplaceId } = actor
  const place = { marketplaceId, calendarId }
  return asStaff<Outcome<{ calendarId: string; date: string }, SaveDayRefusal>>(actor, async (tx, now) => {
    if (!(await calendarsOf(tx, marketplaceId)).some(({ id }) => id === calendarId)) return refuse('not_found')
    const days = await daysOf(tx, marketplaceId, calendarId)
    const before = days.find((day) => day.date === date)
    const isNew = !before && name !== undefined && choice !== 'remove'
    if (!before && !isNew) return refuse('not_found')
    const open = choice === 'hours' ? (readSpans(input.hours ?? '') ?? []) : []
    const day = { date, name: name ?? before?.name ?? '', open, worksAsUsual: choice === 'usual' }
    const others = days.filter((one) => one.date !== date)
    const hours = await calendarOf(tx, marketplaceId, calendarId)
    const held = await hoursHold(tx, now, place, hours, choice === 'remove' ? others : [...others, day])
    if (!held.ok) return held
    const done = choice === 'remove' ? await removeDay(tx, place, date) : await writeDay(tx, place, { ...day, name })
    if (!done) return refuse('not_found')
    await recordAudit(tx, actor, now, {
      act: 'hours.day',
      subjectKind: 'calendar',
      subjectId: calendarId,
      ...(before ? { before: { ...before } } : {}),
      after: choice === 'remove' ? { date, removed: true } : day,
    })
    await askRecount(tx, marketplaceId, now)
    return ok({ calendarId, date })
  })
}
