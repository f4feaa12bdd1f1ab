import { addBusiness, type CalendarHours, isOpen, subtractBusiness, wallAt } from '@/lib/calendar'
import { after, DAY, HOUR, MINUTE, SECOND } from '@/lib/foundation/clock'
import type { Conversation, Line } from './conversations/script'

/** The instant of a request's first word and of each line after it. */
export type Times = { opened: Date; lines: Date[] }

type Setting = { hours: CalendarHours; now: Date /** The partner's. */; zone: string; targetMinutes: number }

/** Places a conversation so that it ends, or stands towards its deadline, as its `when` says. Never after `now`. */
export function placeInTime(conversation: Conversation, setting: Setting): Times {
  const { when } = conversation
  const times = 'ago' in when ? backwards(conversation, when.ago, setting) : forwards(conversation, when, setting)
  const all = [times.opened, ...times.lines]
  if (all.some((at, index) => at > setting.now || at < (all[index - 1] ?? at))) {
    throw new Error('a conversation of the demo lies in the future or runs backwards')
  }
  return times
}

/** From the deadline: the first answer is due in `left` (or was, `overdue` ago), so the request began that far before. */
function forwards(
  { subject, lines = [] }: Conversation,
  when: { left: number } | { overdue: number },
  setting: Setting,
) {
  const { hours, now, targetMinutes } = setting
  const gone = 'left' in when ? targetMinutes - when.left : targetMinutes + when.overdue
  if (gone <= 0) throw new Error('the promise is shorter than what should be left of it')
  const opened = subtractBusiness(hours, now, gone * MINUTE + spread(subject, 0))
  let last = opened
  const times = lines.map((line, index) => {
    const gap = line.after * MINUTE + spread(subject, index + 1)
    last = isAgent(line) ? addBusiness(hours, last, gap) : after(last, gap)
    return last
  })
  return { opened, lines: times }
}

/** From the last line back to the first word. */
function backwards({ subject, lines = [] }: Conversation, ago: number, setting: Setting): Times {
  const { hours, now } = setting
  const times: Date[] = []
  let next = now
  let gap = ago * MINUTE + spread(subject, 0)
  // The gap before a line is counted as that line counts; the one after the last, as the last counts.
  for (const [index, line] of [...lines.entries()].reverse()) {
    const following = lines[index + 1] ?? line
    const at = settle(line, back(following, next, gap, hours), setting)
    times[index] = at
    // Silence before an automatic closing is exact, whatever working hours did to the answer before it.
    if (lines[index + 1]?.act === 'worker.autoClose') times[index + 1] = after(at, following.after * MINUTE)
    next = at
    gap = line.after * MINUTE + spread(subject, index + 1)
  }
  const first = lines[0]
  const opened = first ? back(first, next, gap, hours) : after(now, -gap)
  return { opened: awake(opened, setting.zone), lines: times }
}

/** `gap` milliseconds before `next`, in working time when `line` is an agent's. */
function back(line: Line, next: Date, gap: number, hours: CalendarHours): Date {
  return isAgent(line) ? subtractBusiness(hours, next, gap) : after(next, -gap)
}

/** Up to four minutes by which people are not on time; the same for the same words. */
function spread(subject: string, index: number): number {
  const sum = [...subject].reduce((found, letter) => (found * 33 + letter.charCodeAt(0)) % 7919, 17 + index * 57)
  return (sum % 240) * SECOND
}

/** Agents write while the marketplace is open, partners while they are up. */
function settle(line: Line, at: Date, { hours, zone }: Setting): Date {
  if (isAgent(line)) return isOpen(hours, at) ? at : subtractBusiness(hours, at, 17 * MINUTE)
  return line.act === 'worker.autoClose' ? at : awake(at, zone)
}

/** Somebody who would write between 23:30 and 07:00 has written the evening before. */
function awake(at: Date, zone: string): Date {
  const minute = (wallAt(zone, at.getTime()) % DAY) / MINUTE
  if (minute >= 7 * 60 && minute < 23.5 * 60) return at
  const sinceEvening = minute < 7 * 60 ? minute + 3 * 60 : minute - 21 * 60
  return after(at, -(sinceEvening * MINUTE + (at.getTime() % HOUR) / 2))
}

function isAgent({ act }: Line): boolean {
  return act.startsWith('agent.')
}
