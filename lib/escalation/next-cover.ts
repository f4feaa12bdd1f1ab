import { type Schedule, shifts } from '@/lib/oncall'

const DAY = 86_400_000
const LOOK_DAYS = 28
const HORIZON_DAYS = 392

/** The first instant at or after `from` at which one of these schedules has somebody on call; null: not within a year. Pure. */
export function nextCover(schedules: readonly Schedule[], from: Date): Date | null {
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead += LOOK_DAYS) {
    const start = new Date(from.getTime() + ahead * DAY)
    const end = new Date(start.getTime() + LOOK_DAYS * DAY)
    const covered = schedules.flatMap((one) => shifts(one, start, end).find(({ primary }) => primary !== null) ?? [])
    const first = covered.map((shift) => shift.from).sort((a, b) => a.getTime() - b.getTime())[0]
    if (first) return first
  }
  return null
}
