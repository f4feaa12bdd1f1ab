import { useTranslations } from 'next-intl'
import { DayForm } from '@/components/sla/day-form'
import { EditForm } from '@/components/sla/edit-form'
import { Banner } from '@/components/ui/banner'
import { TextLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { classes } from '@/components/ui/classes'
import { BackIcon, NextIcon } from '@/components/ui/icons'
import { Table, Td, Th } from '@/components/ui/table'
import { type CalendarName, writeSpans } from '@/lib/calendar/schema'
import type { Formats } from '@/lib/i18n'
import type { HoursPage } from '@/lib/sla'
import { saveDayAction } from './actions'

type YearPartProps = {
  page: HoursPage
  calendar: CalendarName
  home: string
  hidden: Record<string, string>
  formats: Formats
  mayEdit: boolean
}

type Day = HoursPage['days'][number]

/** Every day of the year that is not as its weekday is: where it comes from, and what the marketplace makes of it. */
export function YearPart({ page, calendar, home, hidden, formats, mayEdit }: YearPartProps) {
  const t = useTranslations('hours')
  const { year, days } = page
  const hrefOf = (other: number) => `${home}?calendar=${calendar.id}&year=${other}`
  const place = { ...hidden, calendarId: calendar.id }
  return (
    <Card title={t('year.title', { year: String(year) })}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <nav aria-label={t('year.label')} className="flex gap-4 text-13">
          {[year - 1, year + 1].map((other) => (
            <TextLink key={other} href={hrefOf(other)}>
              <span className="inline-flex items-center gap-1">
                {other < year ? <BackIcon className="size-3.5" /> : null}
                {other}
                {other > year ? <NextIcon className="size-3.5" /> : null}
              </span>
            </TextLink>
          ))}
        </nav>
        <p className="max-w-prose text-13 text-ink-2">{t('year.help')}</p>
        {calendar.region?.startsWith('RU') ? <Banner>{t('year.russia')}</Banner> : null}
        {days.length === 0 ? (
          <p className="text-ink-2">{t('year.empty')}</p>
        ) : (
          <Table
            label={t('year.list', { year: String(year) })}
            head={
              <>
                <Th>{t('year.date')}</Th>
                <Th>{t('year.name')}</Th>
                <Th>{t('year.source')}</Th>
                <Th>{t('year.hours')}</Th>
              </>
            }
          >
            {days.map((day) => (
              <tr key={day.date} className={classes((day.worksAsUsual || day.preview) && 'text-ink-2')}>
                <Td className="whitespace-nowrap tabular-nums">{dayName(day.date, formats)}</Td>
                <Td className="font-medium">{day.name}</Td>
                <Td>
                  <Source day={day} formats={formats} />
                </Td>
                <Td>
                  <ThatDay day={day} place={mayEdit ? place : null} />
                </Td>
              </tr>
            ))}
          </Table>
        )}
        {mayEdit ? (
          <details className="group rounded-card border border-hairline p-3">
            <summary className="inline-flex min-h-8 items-center gap-1.5 font-medium">
              <NextIcon className="size-4 group-open:rotate-90" />
              {t('day.add')}
            </summary>
            <div className="pt-3">
              <EditForm
                key={days.length}
                prefix="own-"
                action={saveDayAction}
                hidden={place}
                fields={[
                  { name: 'date', type: 'date', label: t('day.date'), value: '', required: true },
                  { name: 'name', label: t('day.name'), value: '', required: true },
                  {
                    name: 'choice',
                    label: t('day.choice'),
                    value: 'closed',
                    choices: [
                      { value: 'closed', label: t('day.closed') },
                      { value: 'hours', label: t('day.hours') },
                    ],
                  },
                  { name: 'hours', label: t('day.hoursLabel'), hint: t('day.hoursHint'), value: '' },
                ]}
                save={t('day.add')}
                working={t('day.working')}
              />
            </div>
          </details>
        ) : null}
      </div>
    </Card>
  )
}

function dayName(date: string, { locale }: Formats): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options).format(new Date(`${date}T00:00:00Z`))
}

function Source({ day, formats }: { day: Day; formats: Formats }) {
  const t = useTranslations('hours.year')
  if (day.source === 'manual') return t('manual')
  const [country = '', ...part] = day.source.split('-')
  const name = new Intl.DisplayNames(formats.locale, { type: 'region' }).of(country) ?? country
  return t('library', { region: [name, ...part].join(', ') })
}

function ThatDay({ day, place }: { day: Day; place: Record<string, string> | null }) {
  const t = useTranslations('hours')
  const { date, name, source, open, worksAsUsual, preview } = day
  const choice = worksAsUsual ? 'usual' : open.length > 0 ? 'hours' : 'closed'
  const said = {
    usual: t('year.usual'),
    hours: t('year.special', { hours: writeSpans(open) }),
    closed: t('year.closed'),
  }
  if (preview) return t('year.preview')
  if (!place) return said[choice]
  return (
    <details>
      <summary className="cursor-pointer" aria-label={`${said[choice]}. ${t('year.changeOf', { name })}`}>
        {said[choice]} <span className="text-brand underline">{t('year.change')}</span>
      </summary>
      <DayForm
        key={`${choice} ${writeSpans(open)}`}
        action={saveDayAction}
        hidden={{ ...place, date }}
        id={`day-${date}`}
        choice={choice}
        hours={writeSpans(open)}
        choices={[
          { value: 'closed', label: t('day.closed') },
          { value: 'usual', label: t('day.usual') },
          { value: 'hours', label: t('day.hours') },
          ...(source === 'manual' ? [{ value: 'remove', label: t('day.remove') }] : []),
        ]}
        words={{
          choice: t('day.choice'),
          hours: t('day.hoursLabel'),
          hint: t('day.hoursHint'),
          save: t('day.save'),
          working: t('day.working'),
        }}
      />
    </details>
  )
}
