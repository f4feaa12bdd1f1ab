import type { Written } from '@/components/form/use-draft'
import { type FieldValues, type FieldView, shownFields } from '@/lib/catalog/schema'

/* How a request's form is named in the browser, and what is written in it. */

const prefix = 'field.'

/** The name and id under which a field of the topic's form is sent. */
export function nameOf(key: string): string {
  return prefix + key
}

/** Fields that say whose form it is, and what Next adds: nobody wrote them. */
const notWritten = /^(\$|marketplace$|membershipId$|topicId$|followsId$|submissionKey$)/

/** What stands in a form, by name; a name that occurs more than once has a list. */
export function writtenIn(form: HTMLFormElement): Written {
  const written: Written = {}
  const data = new FormData(form)
  for (const name of new Set(data.keys())) {
    if (notWritten.test(name)) continue
    const texts = data.getAll(name).filter((value): value is string => typeof value === 'string')
    written[name] = texts.length === 1 ? (texts[0] ?? '') : texts
  }
  return written
}

/** The part of it that answers the topic's own fields, by key. */
export function answersIn(written: Written): FieldValues {
  const own = Object.entries(written).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
}

/** What was written in a field, as a list; empty texts are none. */
export function listOf(written: Written, name: string): string[] {
  return [written[name] ?? []].flat().filter(Boolean)
}

/** Everything written so far as one message: for adding it to a request that is there already (003-15). */
export function asMessage(written: Written, fields: readonly FieldView[], yesNo: Record<string, string>): string {
  const answers = answersIn(written)
  const lines = shownFields(fields, answers).flatMap(({ key, label, type, options }) => {
    const given = [answers[key] ?? []].flat().filter(Boolean)
    const words = given.map((each) =>
      type === 'yes_no' ? (yesNo[each] ?? each) : (options?.find((option) => option.key === each)?.label ?? each),
    )
    return words.length > 0 ? [`${label}: ${words.join(', ')}`] : []
  })
  const texts = [listOf(written, 'subject')[0], listOf(written, 'body')[0], lines.join('\n')]
  return texts.filter(Boolean).join('\n\n')
}
