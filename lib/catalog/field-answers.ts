import { formatsFor, type Locale, translatorFor } from '@/lib/i18n'
import { type FieldValues, type FormDefinition, type FormField, shownFields } from './form-schema'

export type FieldAnswer = { key: string; label: string; value: string }

/** What was written in the form, in its order and in the reader's language, as both sides read it under the request. */
export function fieldAnswers(definition: FormDefinition, values: FieldValues, locale: Locale): FieldAnswer[] {
  return shownFields(definition.fields, values).flatMap((field) => {
    const given = Object.hasOwn(values, field.key) ? values[field.key] : undefined
    const written = typeof given === 'string' ? [given] : (given ?? [])
    if (written.join('') === '') return []
    const said = written.map((answer) => inWords(field, answer, locale))
    return [{ key: field.key, label: field.label[locale], value: said.join(', ') }]
  })
}

/** What was tried before writing (002-01), in the form's order. Steps that this version does not know are left out. */
export function preflightTexts(definition: FormDefinition, keys: readonly string[], locale: Locale): string[] {
  return definition.preflight.filter(({ key }) => keys.includes(key)).map(({ text }) => text[locale])
}

function inWords({ type, options }: FormField, answer: string, locale: Locale): string {
  if (type === 'yes_no' && (answer === 'yes' || answer === 'no')) return translatorFor(locale, 'ui')(answer)
  if (type === 'date') return formatsFor(locale, 'UTC').date(new Date(`${answer}T00:00:00Z`))
  return options?.find(({ key }) => key === answer)?.label[locale] ?? answer
}
