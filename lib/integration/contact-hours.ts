import { isZone } from '@/lib/calendar'
import type { ContactHours, ContactInput } from './schema'

type Asked = Pick<ContactInput, 'when' | 'days' | 'from' | 'to' | 'timeZone'>

/**
 * The hours that a form asks for; null: at any hour. A night's hours (22:00 to 06:00) belong to the day on which they
 * begin, and end on the next. 'unknown_zone' when the zone is not known.
 */
export function hoursOf({ when, days, from, to, timeZone }: Asked): ContactHours | null | 'unknown_zone' {
  if (when === 'always') return null
  if (!isZone(timeZone)) return 'unknown_zone'
  const spans = days.map(Number).flatMap((weekday) => {
    if (from < to) return [{ weekday, from, to }]
    const tail = { weekday: (weekday % 7) + 1, from: '00:00', to }
    return to === '00:00' ? [{ weekday, from, to: '24:00' }] : [{ weekday, from, to: '24:00' }, tail]
  })
  return { timeZone, spans }
}

/** The same hours as a form shows them again: days on which they begin, and one from and to. */
export function askedOf(hours: ContactHours): { days: number[]; from: string; to: string } {
  const begins = hours.spans.filter(({ from, weekday }) => from !== '00:00' || !tailOf(hours, weekday))
  const first = begins[0] ?? { from: '09:00', to: '18:00' }
  const tail = first.to === '24:00' ? hours.spans.find(({ from }) => from === '00:00') : undefined
  return {
    days: [...new Set(begins.map(({ weekday }) => weekday))].sort((a, b) => a - b),
    from: first.from,
    to: first.to === '24:00' ? (tail?.to ?? '00:00') : first.to,
  }
}

/** Whether the day before reaches into this one. */
function tailOf({ spans }: ContactHours, weekday: number): boolean {
  const before = ((weekday + 5) % 7) + 1
  return spans.some((span) => span.weekday === before && span.to === '24:00' && span.from !== '00:00')
}
