'use client'

import { unstable_rethrow as rethrowNavigation } from 'next/navigation'
import { useActionState, useEffect, useState } from 'react'
import { idle, type KeptState } from '@/lib/web/schema'

/** What a form learns of its action. */
export type FormState = KeptState<unknown>

export type KeptAction = (previous: FormState, form: FormData) => Promise<FormState>

/**
 * `useActionState` for a form whose text must survive everything: the server's own action where there is no script,
 * and with script one whose lost connection is an answer (`lost`) instead of a page that failed.
 */
export function useKeptAction(action: KeptAction, lost: string): [FormState, (form: FormData) => void, boolean] {
  const hydrated = useHydrated()
  const careful: KeptAction = async (previous, form) => {
    try {
      return await action(previous, form)
    } catch (error) {
      rethrowNavigation(error)
      return { status: 'error', id: '', message: lost, written: textsOf(form) }
    }
  }
  const [state, submit] = useActionState(hydrated ? careful : action, idle as FormState)
  return [state, submit, hydrated]
}

/** False while the page is as the server sent it. */
function useHydrated(): boolean {
  const [hydrated, set] = useState(false)
  useEffect(() => set(true), [])
  return hydrated
}

function textsOf(form: FormData): Record<string, string> {
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === 'string')
  return Object.fromEntries(texts.filter(([name]) => !name.startsWith('$')))
}
