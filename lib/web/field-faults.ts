import type { z } from 'zod/mini'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translator'
import { PASSWORD_LONGEST, PASSWORD_SHORTEST } from '@/lib/identity/schema'

type Issue = z.core.$ZodIssue

/** What is wrong with what was typed: one sentence for the whole, one for each field at fault. */
export function fieldFaults(
  issues: readonly Issue[],
  locale: Locale,
): { message: string; fields: Record<string, string> } {
  const t = translatorFor(locale, 'refusals')
  const fields = new Map<string, string>()
  for (const issue of issues) {
    const field = issue.path.join('.')
    if (field === '' || fields.has(field)) continue
    const { key, values } = faultOf(issue)
    fields.set(field, t(`invalid.${key}` as 'invalid.odd', values))
  }
  return { message: t(fields.size > 0 ? 'invalid.form' : 'invalid.strange'), fields: Object.fromEntries(fields) }
}

type Fault = { key: string; values: Record<string, number> }

/** Schemas name the sentence as their message; what they leave unnamed is told by kind. */
function faultOf(issue: Issue): Fault {
  if (isNamed(issue.message)) return { key: issue.message, values: limitsOf(issue) }
  if (issue.code === 'too_small')
    return { key: Number(issue.minimum) <= 1 ? 'required' : 'too_short', values: limitsOf(issue) }
  if (issue.code === 'too_big') return { key: 'too_long', values: limitsOf(issue) }
  return { key: issue.code === 'invalid_type' ? 'required' : 'odd', values: {} }
}

function isNamed(message: string): boolean {
  return /^[a-z_]+$/.test(message) && translatorFor('en', 'refusals').has(`invalid.${message}` as 'invalid.odd')
}

function limitsOf(issue: Issue): Record<string, number> {
  const limits = { limit: 0, shortest: PASSWORD_SHORTEST, longest: PASSWORD_LONGEST }
  if (issue.code === 'too_small') return { ...limits, limit: Number(issue.minimum) }
  return issue.code === 'too_big' ? { ...limits, limit: Number(issue.maximum) } : limits
}
