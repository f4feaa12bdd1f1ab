import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { classes } from '@/components/ui/classes'
import { UrgentIcon } from '@/components/ui/icons'
import type { Formats } from '@/lib/i18n'
import type { MonthDay, PersonRef, SchedulePage } from '@/lib/oncall/schema'
import { ArrowGrid } from './arrow-grid'

type MonthGridProps = {
  page: SchedulePage
  weeks: readonly (readonly (MonthDay | null)[])[]
  /** Names of the weekdays from Monday on, short and whole. */
  weekdays: readonly { short: string; long: string }[]
  viewer: string
  formats: Formats
  /** Where a day's shifts stand in the list. */
  hrefOf: (shift: number) => string
}

/** Bars of people other than the reader: three greys in turn, since it is the name that tells them apart. */
const greys = ['fill-ink-2', 'fill-control', 'fill-ink-3'] as const

/**
 * A month as a calendar sheet. Each day has a tape that is as long as the day: who is on call in which hours of it; the
 * reader's own in the brand's colour, gaps in red. A name stands where its shift begins, and at the head of each week.
 */
export function MonthGrid({ page, weeks, weekdays, viewer, formats, hrefOf }: MonthGridProps) {
  const t = useTranslations('schedule')
  const people = [...new Set(page.shifts.flatMap(({ primary }) => primary?.membershipId ?? []))]
  const others = people.filter((id) => id !== viewer)
  const fill = (primary: PersonRef | null) => {
    if (!primary) return 'fill-urgent-solid'
    if (primary.membershipId === viewer) return 'fill-brand'
    return greys[others.indexOf(primary.membershipId) % greys.length] ?? 'fill-ink-2'
  }
  return (
    <ArrowGrid>
      <table className="w-full table-fixed border-collapse">
        <caption className="sr-only">{t('grid.caption')}</caption>
        <thead>
          <tr>
            {weekdays.map(({ short, long }) => (
              <th key={long} scope="col" className="px-1 pb-1.5 text-left font-medium text-13 text-ink-2">
                <abbr title={long} className="no-underline">
                  {short}
                </abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => {
            const first = week.find((day) => day !== null)
            return (
              <tr key={first?.date} className="border-hairline border-t">
                {week.map((day, place) =>
                  day ? (
                    <Day
                      key={day.date}
                      day={day}
                      head={day === first}
                      page={page}
                      viewer={viewer}
                      formats={formats}
                      href={hrefOf(day.pieces[0]?.shift ?? 0)}
                      fill={fill}
                    />
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a day of another month is its place in the week
                    <td key={place} className="bg-sunken" />
                  ),
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ArrowGrid>
  )
}

type DayProps = Pick<MonthGridProps, 'page' | 'viewer' | 'formats'> & {
  day: MonthDay
  /** The first of its week: it says who is on call also where nothing begins. */
  head: boolean
  href: string
  fill: (primary: PersonRef | null) => string
}

function Day({ day, head, page, viewer, formats, href, fill }: DayProps) {
  const t = useTranslations('schedule')
  const today = day.from <= page.now && page.now < day.to
  const moved = page.clockChanges.find(({ at }) => day.from <= at && at < day.to)
  const said = day.pieces.filter(
    ({ begins, shift }, index) => (begins && !goesOn(page.shifts, shift)) || (head && index === 0),
  )
  return (
    <td className={classes('h-24 align-top', today && 'bg-surface')}>
      <AppLink
        href={href}
        data-day={day.date}
        aria-current={today ? 'date' : undefined}
        aria-label={formats.day(day.date)}
        className={classes(
          'my-1 ml-0.5 inline-flex size-8 items-center justify-center rounded-full text-14 tabular-nums no-underline hover:bg-brand-soft',
          today ? 'bg-brand font-strong text-on-brand hover:bg-brand-strong' : 'text-ink',
        )}
      >
        {Number(day.date.slice(-2))}
      </AppLink>
      <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" className="block h-2 w-full">
        {day.pieces.map(({ shift, start, end }) => {
          const primary = page.shifts[shift]?.primary ?? null
          return (
            <rect
              key={shift}
              x={start * 1000}
              width={(end - start) * 1000}
              y="0"
              height="10"
              className={fill(primary)}
            />
          )
        })}
      </svg>
      <ul className="grid gap-0.5 px-0.5 py-1.5 text-12 leading-4">
        {said.map(({ shift, begins }) => {
          const one = page.shifts[shift]
          if (!one) return null
          const mine = one.primary?.membershipId === viewer
          return (
            <li key={shift} className={classes(mine && 'font-strong text-brand', !one.primary && 'text-status-urgent')}>
              {begins ? <span className="tabular-nums">{formats.time(one.from)} </span> : null}
              {one.primary ? (
                <Name name={one.primary.name} />
              ) : (
                <>
                  <UrgentIcon className="inline size-3.5 align-[-2px]" />
                  <span className="max-sm:sr-only"> {t('nobody')}</span>
                </>
              )}
              {one.standsIn.length > 0 ? (
                <span className="block text-ink-2 max-md:sr-only">
                  {t('standsIn', { people: formats.list(one.standsIn.map(({ name }) => name)) })}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
      {moved ? (
        <p className="px-0.5 pb-1 text-12 text-status-wait">
          {moved.minutes > 0 ? '+' : '−'}
          {formats.workTime(Math.abs(moved.minutes))}
        </p>
      ) : null}
    </td>
  )
}

/** Whether only those behind change at the beginning of a shift: its first person has been on call before. */
function goesOn(shifts: SchedulePage['shifts'], place: number): boolean {
  const [before, after] = [shifts[place - 1], shifts[place]]
  const first = (shift: typeof before) => [shift?.primary, ...(shift?.standsIn ?? [])].map((one) => one?.membershipId)
  return before !== undefined && first(before).join() === first(after).join()
}

/** Whole where there is room, its first letters on a phone. */
function Name({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2)
  return (
    <>
      <span aria-hidden="true" className="sm:hidden">
        {letters}
      </span>
      <span className="break-words max-sm:sr-only">{name}</span>
    </>
  )
}
