import type { FieldSpec, Option } from '@/components/oncall/edit-fields'
import { after, DAY, HOUR } from '@/lib/foundation/clock'
import type { Locale, translatorFor } from '@/lib/i18n'
import { hoursLines, type ScheduleEditPage, type ShownHours, type ShownLayer } from '@/lib/oncall/schema'
import { localText } from '../local-text'
import { weekdaysIn } from '../weekdays'

type Words = ReturnType<typeof translatorFor<'schedule'>>

const kinds = ['weekly', 'daily', 'hourly', 'custom'] as const

/** From when an edit holds; empty is now. */
export function fromField(t: Words): FieldSpec {
  return { kind: 'datetime-local', name: 'from', label: t('from.label'), hint: t('from.hint'), optional: t('optional') }
}

export function layerFields(t: Words, page: ScheduleEditPage, layer: ShownLayer | undefined): FieldSpec[] {
  // What is edited is what will hold at last: a plan, where there is one.
  const turns = layer?.planned.findLast(({ people }) => people.length > 0) ?? layer?.current
  return [
    { kind: 'text', name: 'name', label: t('layer.name'), value: layer?.name ?? '', required: true },
    {
      kind: 'people',
      name: 'participants',
      label: t('layer.people'),
      hint: t('layer.peopleHint'),
      place: t('layer.place'),
      options: staffOptions(t, page, t('layer.nobody')),
      values: turns?.participants ?? [],
    },
    {
      kind: 'number',
      name: 'length',
      label: t('layer.length'),
      value: `${turns?.length ?? 1}`,
      required: true,
      half: true,
    },
    {
      kind: 'select',
      name: 'kind',
      label: t('layer.kind'),
      options: kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
      value: turns?.kind ?? 'weekly',
      half: true,
    },
    {
      kind: 'datetime-local',
      name: 'anchor',
      label: t('layer.anchor'),
      hint: t('layer.anchorHint'),
      value: turns?.anchor ?? tomorrowNine(page),
      required: true,
    },
    fromField(t),
  ]
}

export function hoursFields(t: Words, locale: Locale, hours: readonly ShownHours[]): FieldSpec[] {
  const days: Option[] = weekdaysIn(locale).map(({ short }, index) => ({ value: `${index + 1}`, label: short }))
  const lasting = hours.filter(({ validTo }) => validTo === null)
  const lines = Array.from({ length: hoursLines }, (_, index): FieldSpec[] => {
    const rule = lasting[index]
    const number = index + 1
    return [
      {
        kind: 'days',
        name: `days${number}`,
        label: t('hours.line', { number }),
        options: days,
        values: rule?.weekdays.map(String) ?? [],
      },
      { kind: 'time', name: `begin${number}`, label: t('hours.begin'), value: rule?.from ?? '09:00', half: true },
      {
        kind: 'time',
        name: `end${number}`,
        label: t('hours.end'),
        value: rule ? rule.to.replace('24:00', '00:00') : '18:00',
        half: true,
      },
    ]
  })
  return [...lines.flat(), fromField(t)]
}

export function overrideFields(t: Words, page: ScheduleEditPage): FieldSpec[] {
  const options = staffOptions(t, page, t('override.nobody'))
  return [
    { kind: 'select', name: 'add', label: t('override.adds'), options, half: true },
    { kind: 'select', name: 'remove', label: t('override.removes'), options, half: true },
    {
      kind: 'datetime-local',
      name: 'from',
      label: t('override.from'),
      hint: t('override.fromHint'),
      optional: t('optional'),
      half: true,
    },
    {
      kind: 'datetime-local',
      name: 'to',
      label: t('override.to'),
      hint: t('override.toHint'),
      value: localText(page.timeZone, after(page.now, 8 * HOUR)),
      required: true,
      half: true,
    },
  ]
}

/** Everybody of the staff by name; whom no page would reach is marked before she is chosen. */
function staffOptions(t: Words, page: ScheduleEditPage, empty: string): Option[] {
  const people = [...page.staff].sort((a, b) => a.name.localeCompare(b.name))
  return [
    { value: '', label: empty },
    ...people.map(({ membershipId, name, reachable }) => ({
      value: membershipId,
      label: reachable ? name : t('unreachableOne', { name }),
    })),
  ]
}

/** 09:00 of the day after on the schedule's wall: when most people hand over. */
function tomorrowNine({ now, timeZone }: ScheduleEditPage): string {
  return `${localText(timeZone, after(now, DAY)).slice(0, 10)}T09:00`
}
