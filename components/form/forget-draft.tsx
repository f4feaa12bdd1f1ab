'use client'

import { useEffect } from 'react'
import { forgetDraft } from './use-draft'

/** On the page that follows a form: what it sent need not be kept any longer. */
export function ForgetDraft({ draft }: { draft: string }) {
  useEffect(() => forgetDraft(draft), [draft])
  return null
}
