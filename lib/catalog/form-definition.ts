import * as z from 'zod/mini'
import { type Locale, locales } from '@/lib/i18n/locales'
import { FIELD_TYPES, type FormDefinition, type FormField, YES_NO } from './form-schema'

/* A form is checked when a version of it is written; what was written is never doubted again. */

const key = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))
const text = z.string().check(z.minLength(1), z.maxLength(400))
const texts = z.strictObject(Object.fromEntries(locales.map((locale) => [locale, text])) as Record<Locale, typeof text>)
const keyed = z.strictObject({ key, label: texts })

const field = z.strictObject({
  key,
  type: z.enum(FIELD_TYPES),
  label: texts,
  hint: z.optional(texts),
  required: z.boolean(),
  showWhen: z.optional(z.strictObject({ field: key, is: z.array(z.string()).check(z.minLength(1)) })),
  options: z.optional(z.array(keyed).check(z.minLength(2), z.maxLength(30), alone)),
  most: z.optional(z.int().check(z.gte(1), z.lte(5000))),
})

/** Every language, keys that stand once, options where they are chosen from, conditions that can come true. */
const formDefinition = z.strictObject({
  preflight: z.array(z.strictObject({ key, text: texts })).check(z.maxLength(10), alone),
  fields: z.array(field).check(z.maxLength(20), alone, (context) => {
    context.value.forEach((each, place) => {
      const why = misfit(each, context.value.slice(0, place))
      if (why) context.issues.push({ code: 'custom', message: `${each.key}: ${why}`, input: each, path: [place] })
    })
  }),
})

/** The definition as it may be stored. @throws where it is not whole */
export function checkedDefinition(definition: FormDefinition): FormDefinition {
  return formDefinition.parse(definition)
}

function misfit({ type, options, most, showWhen }: FormField, before: readonly FormField[]): string | undefined {
  const chosen = type === 'choice' || type === 'choices'
  if (chosen !== (options !== undefined)) return 'options go with choice and choices'
  if (most !== undefined && type !== 'text' && type !== 'long_text') return 'only a text has a length'
  if (!showWhen) return undefined
  const asked = before.find((other) => other.key === showWhen.field)
  if (!asked) return `is shown by "${showWhen.field}", which does not stand before it`
  const answers = asked.type === 'yes_no' ? YES_NO : asked.options?.map((option) => option.key)
  if (!answers) return `is shown by "${asked.key}", which is not chosen from a list`
  return showWhen.is.every((answer) => answers.includes(answer)) ? undefined : 'waits for an answer nobody can give'
}

function alone(context: z.core.ParsePayload<{ key: string }[]>): void {
  const keys = context.value.map((each) => each.key)
  if (new Set(keys).size < keys.length) {
    context.issues.push({ code: 'custom', message: 'a key stands twice', input: context.value })
  }
}
