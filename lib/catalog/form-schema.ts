import { cleanLine, cleanText } from '@/lib/foundation/clean-text'
import type { Locale } from '@/lib/i18n/locales'

/* What is asked on a topic, and the rules of filling it in: the form in the browser and the door behind it ask the same. */

export const FIELD_TYPES = [
  'text',
  'long_text',
  'choice',
  'choices',
  'number',
  'date',
  'url',
  'yes_no',
  'browser',
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

export type Texts = Record<Locale, string>

/** Asked only where `field`, which stands before it and is itself asked, was answered with one of `is`. */
export type ShowWhen = { field: string; is: readonly string[] }

/** `most`: characters. `options` are those of choice and choices; a yes_no is answered 'yes' or 'no'. */
export type FormField = {
  key: string
  type: FieldType
  label: Texts
  hint?: Texts
  required: boolean
  showWhen?: ShowWhen
  options?: readonly { key: string; label: Texts }[]
  most?: number
}

/** One version of a form: what to try before writing (002-01), then what is asked. Stored as it stands; never changed. */
export type FormDefinition = { preflight: readonly { key: string; text: Texts }[]; fields: readonly FormField[] }

/** What was written, by field: a list for choices, one text for all others. */
export type FieldValues = Record<string, string | string[]>

export type FieldFault = 'required' | 'too_long' | 'not_a_number' | 'not_a_date' | 'not_a_url' | 'not_an_option'

/** A field in the reader's language. */
export type FieldView = Omit<FormField, 'label' | 'hint' | 'options'> & {
  label: string
  hint?: string
  options?: readonly { key: string; label: string }[]
}

/** The form in the reader's language, in the version that new requests are written on. */
export type FormView = {
  formId: string
  version: number
  preflight: readonly { key: string; text: string }[]
  fields: readonly FieldView[]
}

/** What the rules look at: a FormField and a FieldView alike. */
export type FieldRule = Pick<FormField, 'key' | 'type' | 'required' | 'showWhen' | 'most'> & {
  options?: readonly { key: string }[]
}

export const YES_NO: readonly string[] = ['yes', 'no']

const longest: Partial<Record<FieldType, number>> = { text: 200, long_text: 5000, url: 2000, browser: 400 }

/** Most characters a field takes; undefined where no text is written. */
export function mostCharacters({ type, most }: FieldRule): number | undefined {
  const known = longest[type]
  return known === undefined ? undefined : Math.min(most ?? known, known)
}

/** The fields that are asked, given what was answered so far, in their order. */
export function shownFields<Field extends FieldRule>(fields: readonly Field[], values: FieldValues): Field[] {
  const answers = new Map<string, readonly string[]>()
  return fields.filter((field) => {
    const { key, showWhen } = field
    if (showWhen && !answers.get(showWhen.field)?.some((answer) => showWhen.is.includes(answer))) return false
    answers.set(key, answersTo(field, values))
    return true
  })
}

/** What is wrong, by field, hidden fields left out; empty when the form may be sent. */
export function fieldFaults(fields: readonly FieldRule[], values: FieldValues): Record<string, FieldFault> {
  const faults = shownFields(fields, values).map(
    (field) => [field.key, faultOf(field, answersTo(field, values))] as const,
  )
  return Object.fromEntries(faults.filter((fault): fault is [string, FieldFault] => fault[1] !== undefined))
}

/**
 * What is kept of what was written: the asked fields' answers, cleaned as every text is. Hidden, empty and unknown ones are
 * dropped; a fault stays to be found. Doing it twice changes nothing.
 */
export function cleanValues(fields: readonly FieldRule[], values: FieldValues): FieldValues {
  const kept = shownFields(fields, values).map((field) => [field, answersTo(field, values)] as const)
  return Object.fromEntries(
    kept.flatMap(([{ key, type }, [first, ...more]]) =>
      first === undefined ? [] : [[key, type === 'choices' ? [first, ...more] : first]],
    ),
  )
}

function answersTo({ key, type }: FieldRule, values: FieldValues): string[] {
  const given = Object.hasOwn(values, key) ? values[key] : undefined
  const written = given === undefined ? [] : typeof given === 'string' ? [given] : given
  const clean = written.map((text) => (type === 'long_text' ? cleanText(text) : cleanLine(text))).filter(Boolean)
  return type === 'choices' ? [...new Set(clean)] : clean.slice(0, 1)
}

function faultOf(field: FieldRule, answers: readonly string[]): FieldFault | undefined {
  const [answer] = answers
  if (answer === undefined) return field.required ? 'required' : undefined
  if (answer.length > (mostCharacters(field) ?? answer.length)) return 'too_long'
  switch (field.type) {
    case 'number':
      return /^-?\d{1,15}([.,]\d{1,6})?$/.test(answer) ? undefined : 'not_a_number'
    case 'date':
      return isDay(answer) ? undefined : 'not_a_date'
    case 'url':
      return isAddress(answer) ? undefined : 'not_a_url'
    case 'yes_no':
      return YES_NO.includes(answer) ? undefined : 'not_an_option'
    case 'choice':
    case 'choices':
      return answers.every((each) => field.options?.some(({ key }) => key === each)) ? undefined : 'not_an_option'
    default:
      return undefined
  }
}

/** A day of the calendar as a date input writes it: 2026-11-22. */
function isDay(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (/^([12]\d{3})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day >= 1 && day <= days
}

/** An address on the web or of a file server; people leave out the "https://". */
function isAddress(text: string): boolean {
  if (/\s/.test(text)) return false
  try {
    const { protocol, hostname } = new URL(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
    return /^(https?|s?ftp):$/.test(protocol) && /.\../.test(hostname || '')
  } catch {
    return false
  }
}
