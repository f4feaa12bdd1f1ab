import type { createTranslator } from 'use-intl/core'
import type { FormField } from '@/components/sla/edit-form'
import { type Interval, writeSpans } from '@/lib/calendar/schema'
import type { Formats } from '@/lib/i18n'
import type { Messages } from '@/lib/i18n/messages'
import type { HoursPage } from '@/lib/sla'

type Words = ReturnType<typeof createTranslator<Messages, 'hours'>>
type Given = { t: Words; formats: Formats; intervals: readonly Interval[] }

/** The fields of a calendar: its name, zone and region, and a line of hours for each day of the week. */
export function hoursFields(page: HoursPage, { t, formats, intervals }: Given): FormField[] {
  const { calendar, countries, parts } = page
  const region = calendar?.region ?? ''
  const country = region.slice(0, 2)
  return [
    { name: 'name', label: t('form.name'), value: calendar?.name ?? '', required: true },
    {
      name: 'timeZone',
      label: t('form.zone'),
      value: calendar?.timeZone ?? page.timeZone,
      choices: zoneChoices(calendar?.timeZone ?? page.timeZone),
    },
    {
      name: 'country',
      label: t('form.country'),
      wide: parts.length === 0,
      value: country,
      hint: parts.length === 0 ? t('form.partHint') : undefined,
      choices: [{ value: '', label: t('form.noCountry') }, ...countries],
    },
    ...(parts.length === 0
      ? []
      : [
          {
            name: 'part',
            label: t('form.part'),
            value: region === country ? '' : region,
            choices: [{ value: '', label: t('form.wholeCountry') }, ...parts],
          },
        ]),
    ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      name: `day${weekday}`,
      label: weekdayName(weekday, formats),
      value: writeSpans(intervals.filter((one) => one.weekday === weekday)),
    })),
  ]
}

/* 5 January 1970 was a Monday. */
function weekdayName(weekday: number, { locale }: Formats): string {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format((3 + weekday) * 86_400_000)
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

function zoneChoices(chosen: string): NonNullable<FormField['choices']> {
  const names = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'))
  const zones = Map.groupBy(names.includes(chosen) ? names : [...names, chosen], (zone) => zone.split('/')[0] ?? '')
  return [...zones].map(([heading, all]) => ({
    heading,
    choices: all.map((value) => ({ value, label: value.slice(heading.length + 1).replaceAll('_', ' ') || value })),
  }))
}
