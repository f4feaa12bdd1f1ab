import { dayOfWall, instantOfWall, minutesOf, wallAt, wallOf, weekdayOfDay } from '@/lib/calendar'
import type { Rotation, Schedule, ScheduleRule } from './schema'

/** Whether the rules in force let `rotation` be on duty at `instant` (epoch ms); without a rule for it, always. */
export function isOnDuty(schedule: Schedule, rotation: Rotation, instant: number): boolean {
  const rules = schedule.rules.filter((rule) => isFor(rule, rotation) && inForce(rule, instant))
  return rules.length === 0 || rules.some((rule) => covers(rule, schedule.timeZone, instant))
}

/**
 * The instants (epoch ms) at which the hours of `rule` begin or end, or the rule itself comes into force or goes out of
 * it: around [from, to) and possibly a little outside.
 */
export function* dutyEdges(rule: ScheduleRule, zone: string, from: number, to: number): Generator<number> {
  const [begins, ends] = validityOf(rule)
  if (Number.isFinite(begins)) yield begins
  if (Number.isFinite(ends)) yield ends
  const [first, last] = [Math.max(from, begins), Math.min(to, ends)]
  if (first > last) return
  for (const window of windows(rule, zone, first, last)) {
    yield window.from
    yield window.to
  }
}

function isFor({ rotationId }: ScheduleRule, rotation: Rotation): boolean {
  return rotationId === undefined || rotationId === rotation.id
}

function inForce(rule: ScheduleRule, instant: number): boolean {
  const [begins, ends] = validityOf(rule)
  return begins <= instant && instant < ends
}

function validityOf({ validFrom, validTo }: ScheduleRule): [begins: number, ends: number] {
  return [validFrom?.getTime() ?? Number.NEGATIVE_INFINITY, validTo?.getTime() ?? Number.POSITIVE_INFINITY]
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
