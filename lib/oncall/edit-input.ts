import * as z from 'zod/mini'
import { dayNumberOf, minutesOf } from '@/lib/calendar/schema'

/** Why an edit of a schedule or a cover is not done. */
export type EditRefusal =
  | 'in_the_past'
  | 'shift_too_short'
  | 'override_inverted'
  | 'override_empty'
  | 'hours_empty'
  | 'person_unknown'
  | 'layer_ended'
  | 'too_many_layers'
  | 'default_stays'
  | 'schedule_archived'

/** Longest stretch that one override or cover may span, in days. */
export const longestStretchDays = 92

/** What the form's lists may hold. */
export const mostParticipants = 20

const why = (error: string) => ({ error })
const uuid = z.uuid()

/** A list as a form sends it: nothing, one or several; what stays empty is left out. */
const people = z.pipe(
  z.optional(z.union([z.string(), z.array(z.string())])),
  z.transform((given) => [given ?? []].flat().filter((id) => id !== '')),
)
const maybePerson = z.pipe(
  z.optional(z.string()),
  z.transform((id) => id || null),
)

/** 'YYYY-MM-DDTHH:MM' on the wall of the schedule's zone (of the reader's for a cover). */
const localMoment = z.string().check(z.refine(isLocalMoment, why('odd')))
/** The same, or nothing for "from now on". */
const fromWhen = z._default(z.string().check(z.refine((text) => text === '' || isLocalMoment(text), why('odd'))), '')
const clockTime = z.string().check(z.refine((text) => minutesOf(text) !== undefined, why('odd')))

export const nameField = z.pipe(
  z.string().check(z.maxLength(400)),
  z.pipe(
    z.transform((text: string) => text.replace(/\s+/g, ' ').trim()),
    z.string().check(z.minLength(1), z.maxLength(80)),
  ),
)

/** Which state of the schedule the page showed: a save after somebody else's is refused, not mixed. */
const seen = { scheduleId: uuid, stamp: z.string().check(z.maxLength(64)) }

export const newScheduleInput = z.strictObject({ name: nameField, timeZone: z.string().check(z.maxLength(64)) })
export const renameScheduleInput = z.strictObject({ scheduleId: uuid, name: nameField })
export const scheduleInput = z.strictObject({ scheduleId: uuid })

/** A layer as it turns from `from` on; without `rotationId` a new one, behind the others. */
export const layerInput = z.strictObject({
  ...seen,
  rotationId: maybePerson,
  name: nameField,
  kind: z.enum(['weekly', 'daily', 'hourly', 'custom']),
  length: z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)),
  anchor: localMoment,
  participants: people.check(z.minLength(1, why('required')), z.maxLength(mostParticipants)),
  from: fromWhen,
})

export const endLayerInput = z.strictObject({ ...seen, rotationId: uuid, from: fromWhen })

const weekdays = z.pipe(
  z.optional(z.union([z.string(), z.array(z.string())])),
  z.pipe(
    z.transform((given: string | string[] | undefined) => [...new Set([given ?? []].flat().map(Number))].sort()),
    z.array(z.int().check(z.gte(1), z.lte(7))),
  ),
)
const begins = z._default(clockTime, '00:00')
const ends = z._default(clockTime, '00:00')

/**
 * Weekday rules of one layer, or of all, from an instant on, in up to three lines. A line without a weekday says
 * nothing; no line at all: on duty always. 00:00 to 00:00 is the whole day.
 */
export const hoursInput = z.strictObject({
  ...seen,
  rotationId: maybePerson,
  from: fromWhen,
  days1: weekdays,
  begin1: begins,
  end1: ends,
  days2: weekdays,
  begin2: begins,
  end2: ends,
  days3: weekdays,
  begin3: begins,
  end3: ends,
})

/** How many lines of hours the form offers. */
export const hoursLines = 3
export type HoursLine = { weekdays: number[]; from: string; to: string }

/** The lines of `hoursInput` that say something. */
export function hoursOf(input: z.output<typeof hoursInput>): HoursLine[] {
  return [
    { weekdays: input.days1, from: input.begin1, to: input.end1 },
    { weekdays: input.days2, from: input.begin2, to: input.end2 },
    { weekdays: input.days3, from: input.begin3, to: input.end3 },
  ]
    .filter(({ weekdays: days }) => days.length > 0)
    .map(({ weekdays: days, from, to }) => ({
      weekdays: days,
      from,
      to: from === '00:00' && to === from ? '24:00' : to,
    }))
}

export const overrideInput = z.strictObject({
  scheduleId: uuid,
  add: maybePerson,
  remove: maybePerson,
  from: fromWhen,
  to: localMoment,
})

export const overrideIdInput = z.strictObject({ scheduleId: uuid, overrideId: uuid })

/** `from`, `to`: on the reader's own wall. Nobody asked: anybody who takes part. */
export const askCoverInput = z.strictObject({
  scheduleId: uuid,
  askedId: maybePerson,
  from: localMoment,
  to: localMoment,
  note: z._default(z.string().check(z.trim(), z.maxLength(500)), ''),
})
export const coverInput = z.strictObject({ coverId: uuid })

function isLocalMoment(text: string): boolean {
  const [date = '', time = ''] = text.split('T')
  const minutes = minutesOf(time)
  return dayNumberOf(date) !== undefined && minutes !== undefined && minutes !== 1440
}
