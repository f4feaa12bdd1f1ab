import { dayOfWall, instantOfWall, minutesOf, wallAt, wallOf, weekdayOfDay } from '@/lib/calendar'
import type { Rotation, Schedule, ScheduleRule } from './schema'

/** Whether the rules let `rotation` be on duty at `instant` (epoch ms); without a rule for it, always. */
export function isOnDuty(schedule: Schedule, rotation: Rotation, instant: number): boolean {
  const rules = schedule.rules.filter(({ rotationId }) => rotationId === undefined || rotationId === rotation.id)
  return rules.length === 0 || rules.some((rule) => covers(rule, schedule.timeZone, instant))
}

/** The instants (epoch ms) at which the hours of `rule` begin or end, around [from, to) and possibly a little outside. */
export function* dutyEdges(rule: ScheduleRule, zone: string, from: number, to: number): Generator<number> {
  for (const window of windows(rule, zone, from, to)) {
    yield window.from
    yield window.to
  }
}

function covers(rule: ScheduleRule, zone: string, instant: number): boolean {
  for (const window of windows(rule, zone, instant, instant)) {
    if (window.from <= instant && instant < window.to) return true
  }
  return false
}

/** Starts take the first and ends the last of an ambiguous time: hours that touch on the wall leave no hole. */
function* windows(rule: ScheduleRule, zone: string, from: number, to: number) {
  const begins = minutesOf(rule.from)
  const until = minutesOf(rule.to)
  if (begins === undefined || until === undefined) throw new RangeError(`no such hours: ${rule.from} to ${rule.to}`)
  const ends = until > begins ? until : until + 1440
  // Hours may reach into the next day, and an ambiguous midnight belongs to two days.
  const last = dayOfWall(wallAt(zone, to)) + 1
  for (let day = dayOfWall(wallAt(zone, from)) - 2; day <= last; day++) {
    if (!rule.weekdays.includes(weekdayOfDay(day))) continue
    yield {
      from: instantOfWall(zone, wallOf(day, begins), 'start'),
      to: instantOfWall(zone, wallOf(day, ends), 'end'),
    }
  }
}
