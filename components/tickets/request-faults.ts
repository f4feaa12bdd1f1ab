import type { Written } from '@/components/form/use-draft'
import type { FormState } from '@/components/form/use-kept-action'
import { type FieldView, fieldFaults } from '@/lib/catalog/schema'
import { bodyFault, subjectFault } from '@/lib/tickets/schema'
import { answersIn, listOf, nameOf } from './form-fields'

type Asked = { fields: readonly FieldView[]; urgent: boolean; sentences: Record<string, string> }

/** What the door would say to a request as it was written, a sentence by each field's name; empty: nothing. */
export function faultsIn(written: Written, { fields, urgent, sentences }: Asked): Record<string, string> {
  const text = (name: string) => listOf(written, name)[0] ?? ''
  const faults = {
    condition: urgent && !text('condition') ? 'condition' : null,
    subject: subjectFault(text('subject')),
    body: bodyFault(text('body')),
  }
  const found = Object.entries(faults).flatMap(([name, why]) =>
    why ? [[name, sentences[`${name}.${why}`] ?? why] as const] : [],
  )
  const own = Object.entries(fieldFaults(fields, answersIn(written)))
  return Object.fromEntries([...found, ...own.map(([key, why]) => [nameOf(key), sentences[why] ?? why] as const)])
}

/** What the server said to single fields, by their names in the form. */
export function toldFaults(state: FormState, sentences: Record<string, string>): Record<string, string> {
  if (state.status === 'invalid') return state.fields
  const fields = state.status === 'refused' && state.why === 'fields_invalid' ? state.details?.fields : undefined
  if (!fields || typeof fields !== 'object' || fields instanceof Date) return {}
  return Object.fromEntries(Object.entries(fields).map(([key, why]) => [nameOf(key), sentences[why] ?? why]))
}
