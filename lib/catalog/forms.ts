import type { Actor } from '@/lib/authz'
import type { Tx } from '@/lib/db'
import type { Locale } from '@/lib/i18n/locales'
import { asActor } from '@/lib/tenancy'
import type { FormDefinition, FormView } from './form-schema'

/** What is asked and advised on a topic, in the version new requests are written on; null where it has no form. */
export async function formOf(tx: Tx, topicId: string, locale: Locale): Promise<FormView | null> {
  const topic = await tx.topic.findFirst({ where: { id: topicId }, select: { form: true } })
  if (!topic?.form) return null
  const { id: formId, current: version } = topic.form
  const definition = await formVersionOf(tx, formId, version)
  return definition && { formId, version, ...inWords(definition, locale) }
}

/** The same for a page. The catalogue is open to everybody of the marketplace. */
export async function formOfTopic(actor: Actor, topicId: string, locale: Locale): Promise<FormView | null> {
  return asActor(actor, (tx) => formOf(tx, topicId, locale))
}

/** One version of a form, as a request was written on it; null when this marketplace has none such. */
export async function formVersionOf(tx: Tx, formId: string, version: number): Promise<FormDefinition | null> {
  const row = await tx.formVersion.findFirst({ where: { formId, version } })
  // Checked when it was written (form-definition.ts), and a version is never changed.
  return row ? (row.definition as unknown as FormDefinition) : null
}

function inWords({ preflight, fields }: FormDefinition, locale: Locale): Pick<FormView, 'preflight' | 'fields'> {
  return {
    preflight: preflight.map(({ key, text }) => ({ key, text: text[locale] })),
    fields: fields.map(({ label, hint, options, ...rule }) => ({
      ...rule,
      label: label[locale],
      ...(hint && { hint: hint[locale] }),
      ...(options && { options: options.map((option) => ({ key: option.key, label: option.label[locale] })) }),
    })),
  }
}
