import { minutesOf } from './local-time'

/* Hours of a day as people write them: '9-13, 14:00–18:30'. Safe in the browser. */

export type DaySpan = { from: string; to: string }

const span = /^(\d{1,2})(?::(\d{2}))?\s*[-–—]\s*(\d{1,2})(?::(\d{2}))?$/

/** The spans of a line, '09:00' to '18:00' each, in the order written; undefined when it is no hours. Empty: none. */
export function readSpans(line: string): DaySpan[] | undefined {
  const parts = line
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const spans: DaySpan[] = []
  for (const part of parts) {
    const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = span.exec(part) ?? []
    if (fromHour === undefined || toHour === undefined) return undefined
    const from = `${fromHour.padStart(2, '0')}:${fromMinute}`
    const to = `${toHour.padStart(2, '0')}:${toMinute}`
    if (minutesOf(from) === undefined || minutesOf(to) === undefined) return undefined
    spans.push({ from, to })
  }
  return spans
}

/** The same line for a form: '09:00–13:00, 14:00–18:00'. */
export function writeSpans(spans: readonly DaySpan[]): string {
  return spans.map(({ from, to }) => `${from}–${to}`).join(', ')
}

/** Each ends after it begins. */
export function areForward(spans: readonly DaySpan[]): boolean {
  return spans.every(({ from, to }) => (minutesOf(from) ?? 0) < (minutesOf(to) ?? 0))
}

/** Touching is allowed (09:00-13:00, 13:00-17:00); sharing a minute is not. */
export function areApart(spans: readonly DaySpan[]): boolean {
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.every((one, index) => {
    const next = sorted[index + 1]
    return next === undefined || one.to <= next.from
  })
}
