import type { PartnerActor } from '@/lib/authz'
import type { FormView } from '@/lib/catalog/schema'
import { type DraftView, isBlank, readDraft, type Written } from '@/lib/drafts'
import { lastingAnswers } from '@/lib/tickets'
import { browserOf } from './browser-of'

type Given = {
  place: string
  /** Where the text was written before the topic was changed. */
  moved: string | undefined
  form: FormView | null
  /** Number of a request whose lasting answers are taken over. */
  like: string
  subject: string
  userAgent: string | null
}

/**
 * What stands in a new form: what was left unsent there; else what came along (000-03, 002-11), and the browser (002-04).
 * `moved` comes back only when that text is used: a draft is given up nowhere before it stands elsewhere.
 */
export async function startOf(
  actor: PartnerActor,
  { place, moved, form, like, subject, userAgent }: Given,
): Promise<{ brought: DraftView | null; start: Written; moved: string | undefined }> {
  const [brought, before, lasting] = await Promise.all([
    readDraft(actor, place),
    moved ? readDraft(actor, moved) : null,
    like ? lastingAnswers(actor, like) : null,
  ])
  const browsers = form?.fields.filter(({ type }) => type === 'browser') ?? []
  const named = (answers: Written) => Object.entries(answers).map(([key, value]) => [`field.${key}`, value] as const)
  const start: Written = Object.fromEntries([
    ...(subject ? [['subject', subject] as const] : []),
    ...browsers.map(({ key }) => [`field.${key}`, browserOf(userAgent)] as const),
    ...named(lasting ?? {}),
  ])
  const comes = before && !isBlank(before.written) && (!brought || isBlank(brought.written)) ? before.written : null
  return { brought, start: { ...start, ...comes }, moved: comes ? moved : undefined }
}
