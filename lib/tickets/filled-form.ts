import {
  cleanValues,
  type FieldFault,
  type FieldValues,
  fieldAnswers,
  fieldFaults,
  formOf,
  formVersionOf,
  type Topic,
} from '@/lib/catalog'
import type { Tx } from '@/lib/db'
import { type Outcome, ok, refuse } from '@/lib/foundation/outcome'
import type { Locale } from '@/lib/i18n/locales'

/** `words`: what was written there, as it is read; the request is found by it. */
export type FilledForm = {
  formId: string | null
  formVersion: number | null
  fields: FieldValues
  preflight: string[]
  words: string
}

type Written = { fields?: FieldValues | undefined; preflight?: readonly string[] | undefined }

/**
 * What was filled in on the topic's form as it is asked now (002-04, 003-14). `fields_invalid` carries {fields}: a
 * FieldFault by field. What the form does not ask, and steps it does not know, are dropped.
 */
export async function filledForm(
  tx: Tx,
  topic: Topic,
  written: Written,
  locale: Locale,
): Promise<Outcome<FilledForm, 'fields_invalid'>> {
  const form = topic.formId === null ? null : await formOf(tx, topic.id, locale)
  if (!form) return ok({ formId: null, formVersion: null, fields: {}, preflight: [], words: '' })
  const { formId, version, preflight: steps } = form
  const faults: Record<string, FieldFault> = fieldFaults(form.fields, written.fields ?? {})
  if (Object.keys(faults).length > 0) return refuse('fields_invalid', { fields: faults })
  const fields = cleanValues(form.fields, written.fields ?? {})
  const definition = await formVersionOf(tx, formId, version)
  const words = definition ? fieldAnswers(definition, fields, locale).map(({ value }) => value) : []
  const ticked = new Set(written.preflight ?? [])
  const preflight = steps.map(({ key }) => key).filter((key) => ticked.has(key))
  return ok({ formId, formVersion: version, fields, preflight, words: words.join('\n') })
}
