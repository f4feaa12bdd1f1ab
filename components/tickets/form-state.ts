import type { FormState } from '@/components/form/use-kept-action'
import type { SummaryError } from '@/components/ui/error-summary'

/** Names of fields, by their ids. */
export type Labels = Readonly<Record<string, string>>

/** A fault as the summary lists it: away from its field it needs the field's name. */
export function named(id: string, text: string, labels: Labels): SummaryError {
  return { id, text: labels[id] ? `${labels[id]}: ${text}` : text }
}

/** For the summary above a form: each fault with the field it belongs to; a refusal belongs to the form itself. */
export function problemsOf(state: FormState, labels: Labels = {}): SummaryError[] {
  if (state.status === 'invalid') {
    const fields = Object.entries(state.fields).map(([id, text]) => named(id, text, labels))
    return fields.length > 0 ? fields : [{ id: 'content', text: state.message }]
  }
  if (state.status === 'refused' || state.status === 'error') return [{ id: placeOf(state), text: state.message }]
  return []
}

function placeOf(state: FormState): string {
  const why = state.status === 'refused' ? state.why : ''
  if (why === 'claim_required') return 'condition'
  return why === 'attachment_unknown' || why === 'message_too_large' ? 'attachmentIds' : 'content'
}

/**
 * The key under which a form is sent. It stays the same through faults and lost connections, so that nothing is made
 * twice; only after "this form was sent before with other content" a new one is due, and sending again is on purpose.
 */
export function freshKey(made: string, state: FormState): string {
  const anew = state.status === 'ok' || (state.status === 'refused' && state.why === 'submission_reused')
  return (anew ? state.fresh : state.written?.submissionKey) ?? made
}
