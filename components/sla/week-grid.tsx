import { type Interval, minutesOf } from '@/lib/calendar/schema'
import type { Formats } from '@/lib/i18n'

/* 5 January 1970 was a Monday. */
const weekdayName = (weekday: number, formats: Formats) =>
  new Intl.DateTimeFormat(formats.locale, { weekday: 'short', timeZone: 'UTC' }).format((3 + weekday) * 86_400_000)

const marks = [0, 6, 12, 18, 24]

/** A week as it is open, one line a day from midnight to midnight. Drawn beside the form that says the same in words. */
export function WeekGrid({ intervals, formats }: { intervals: readonly Interval[]; formats: Formats }) {
  return (
    <div
      aria-hidden="true"
      className="grid grid-cols-[max-content_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 text-12 text-ink-2"
    >
      {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
        <div key={weekday} className="contents">
          <span>{weekdayName(weekday, formats)}</span>
          <svg
            aria-hidden="true"
            viewBox="0 0 1440 40"
            preserveAspectRatio="none"
            className="h-5 w-full rounded-chip text-brand"
          >
            <rect width="1440" height="40" fill="currentColor" opacity="0.08" />
            {intervals
              .filter((one) => one.weekday === weekday)
              .map(({ from, to }) => (
                <rect
                  key={from}
                  x={minutesOf(from) ?? 0}
                  width={(minutesOf(to) ?? 0) - (minutesOf(from) ?? 0)}
                  height="40"
                  fill="currentColor"
                />
              ))}
            {marks.slice(1, -1).map((hour) => (
              <line
                key={hour}
                x1={hour * 60}
                x2={hour * 60}
                y1="0"
                y2="40"
                className="stroke-surface"
                strokeWidth="4"
              />
            ))}
          </svg>
        </div>
      ))}
      <span />
      <span className="flex justify-between tabular-nums">
        {marks.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </span>
    </div>
  )
}
