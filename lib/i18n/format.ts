import type { Locale } from './locales'

/** English dates are written the way the rest of Europe reads them: Mon 23 Nov, 12:00. */
const tags: Record<Locale, string> = { en: 'en-GB', it: 'it', es: 'es', ru: 'ru', 'pt-BR': 'pt-BR' }

const day: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' }
const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

const kept = new Map<string, Intl.DateTimeFormat>()

function dates(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`
  const found = kept.get(key) ?? new Intl.DateTimeFormat(tags[locale], { ...options, timeZone: zone })
  if (kept.size < 500) kept.set(key, found)
  return found
}

/** How times and amounts are written for one reader: her language and her zone (IANA name). */
export type Formats = ReturnType<typeof formatsFor>

/** Pure: instants come in as `Date`, "now" as an argument. Output contains no HTML. */
export function formatsFor(locale: Locale, zone: string) {
  return {
    locale,
    zone,
    /** "12:02" */
    time: (at: Date) => dates(locale, zone, clock).format(at),
    /** "12:02:04": when seconds count, as in a test of a phone. */
    timeWithSeconds: (at: Date) => dates(locale, zone, { ...clock, second: '2-digit' }).format(at),
    /** "23 Nov 2026" */
    date: (at: Date) => dates(locale, zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(at),
    /** "23 Nov 2026" of a day written as 2026-11-23: no zone moves it. */
    day: (text: string) =>
      dates(locale, 'UTC', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(`${text}T00:00:00Z`)),
    /** "Mon 23 Nov, 12:00": promises and deadlines, where the weekday matters. */
    promise: (at: Date) => dates(locale, zone, { ...day, ...clock }).format(at),
    /** "23 Nov 2026, 12:00:04": a history, an audit. */
    exact: (at: Date) =>
      dates(locale, zone, { day: 'numeric', month: 'short', year: 'numeric', ...clock, second: '2-digit' }).format(at),
    /** "2026-11-23 12:00": for a file, where a spreadsheet reads and sorts it in every language. */
    sortable: (at: Date) => sortable(zone, at),
    /** The shortest that is not ambiguous: the time today, weekday within six days, otherwise the date. */
    short: (at: Date, now: Date) => short(locale, zone, at, now),
    /** "5 min ago", "in 2 hours" */
    relative: (at: Date, now: Date) => relative(locale, at, now),
    /** "38 min", "2 hr": a length of time, in one unit. Milliseconds, sign ignored. */
    duration: (milliseconds: number) => duration(locale, milliseconds),
    /** "38 min", "5.5 hr": working time, in minutes. A day of it would be read as 24 hours, so hours go on. */
    workTime: (minutes: number) => workTime(locale, minutes),
    /** "412 kB": 1 kB is 1024 bytes here, so that the limit of 10 MB reads as 10 MB. */
    bytes: (count: number) => bytes(locale, count),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
    percent: (ratio: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(ratio),
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    /** Compares names as this language sorts them (003-07). */
    compare: new Intl.Collator(locale, { sensitivity: 'base', numeric: true }).compare,
  }
}

/** "Madrid" out of "Europe/Madrid". Zones have no short names in every language; the city is what people know. */
export function zoneCity(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

function sortable(zone: string, at: Date): string {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', ...clock } as const
  const parts = dates('en', zone, options).formatToParts(at)
  const [year, month, date, hour, minute] = (['year', 'month', 'day', 'hour', 'minute'] as const).map(
    (type) => parts.find((part) => part.type === type)?.value ?? '',
  )
  return `${year}-${month}-${date} ${hour}:${minute}`
}

function short(locale: Locale, zone: string, at: Date, now: Date): string {
  const today = dates('en', zone, { dateStyle: 'short' })
  if (today.format(at) === today.format(now)) return dates(locale, zone, clock).format(at)
  const days = Math.abs(at.getTime() - now.getTime()) / 86_400_000
  if (days < 6) return dates(locale, zone, { weekday: 'short', ...clock }).format(at)
  const year = dates('en', zone, { year: 'numeric' })
  const sameYear = year.format(at) === year.format(now)
  return dates(locale, zone, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(at)
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

function relative(locale: Locale, at: Date, now: Date): string {
  const away = at.getTime() - now.getTime()
  const words = new Intl.RelativeTimeFormat(tags[locale], { numeric: 'auto', style: 'short' })
  const step = steps.find(([, length]) => Math.abs(away) >= length)
  return step ? words.format(Math.trunc(away / step[1]), step[0]) : words.format(0, 'second')
}

function duration(locale: Locale, milliseconds: number): string {
  const length = Math.abs(milliseconds)
  const [unit, size] = steps.find(([, step]) => length >= step) ?? steps[2]
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(Math.floor(length / size))
}

function workTime(locale: Locale, minutes: number): string {
  const [unit, amount] = minutes < 60 ? (['minute', Math.round(minutes)] as const) : (['hour', minutes / 60] as const)
  const digits = amount < 100 ? 1 : 0
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(amount)
}

function bytes(locale: Locale, count: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = count < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(count) / Math.log(1024)))
  const amount = count / 1024 ** power
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[power],
    // The short word for bytes knows no plural in English.
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 && amount < 10 ? 1 : 0,
  }).format(amount)
}
