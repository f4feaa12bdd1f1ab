'use client'

import { useEffect } from 'react'
import { type DraftServer, forgetDraft } from './use-draft'

type ForgetDraftProps = { draft: string | readonly string[]; server?: Omit<DraftServer, 'brought'> }

/** On the page that follows a form: what it sent need not be kept any longer, here or on the server. */
export function ForgetDraft({ draft, server }: ForgetDraftProps) {
  const names = [draft].flat().join(' ')
  const { slug, membershipId } = server ?? {}
  useEffect(() => {
    for (const name of names.split(' ')) forgetDraft(name, slug && membershipId ? { slug, membershipId } : undefined)
  }, [names, slug, membershipId])
  return null
}
