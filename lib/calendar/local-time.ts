/* Local dates and times as they are written and stored: '2026-03-29' and '08:30'. Safe in the browser. */

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const timePattern = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** Days since 1970-01-01 of 'YYYY-MM-DD', or undefined when there is no such date (2026-02-30). */
export function dayNumberOf(date: string): number | undefined {
  const [, year, month, day] = datePattern.exec(date) ?? []
  if (!year || !month || !day) return undefined
  const time = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day)) return undefined
  return time / 86_400_000
}

/** Minutes after midnight of 'HH:MM'; '24:00' is the end of the day (1440); undefined when it is no time. */
export function minutesOf(time: string): number | undefined {
  const match = timePattern.exec(time)
  if (!match) return undefined
  return match[1] === undefined ? 1440 : Number(match[1]) * 60 + Number(match[2])
}

/** ISO weekday (Monday 1 to Sunday 7) of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfDay(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1
}

/** Whether `name` is a zone of the IANA database ('Europe/Rome'); bare offsets ('+02:00') have no rules and are not. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
