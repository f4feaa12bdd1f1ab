'use client'

import { useEffect, useRef, useState } from 'react'
import { type DraftServer, forgetDraft, useDraft, type Written } from '@/components/form/use-draft'
import type { FormState } from '@/components/form/use-kept-action'
import { type FieldView, shownFields } from '@/lib/catalog/schema'
import { isBlank, sameWritten } from '@/lib/drafts/schema'
import { answersIn, listOf, nameOf, writtenIn } from './form-fields'

type Given = {
  draft: string
  server: DraftServer
  /** Where this text was kept before its topic was changed. */
  moved?: string | undefined
  start: Written
  fields: readonly FieldView[]
  element: { current: HTMLFormElement | null }
  state: FormState
}

/**
 * What stands in the form of a request. The browser's own controls hold it; here is the copy that outlives them: what
 * a draft brings back, what was answered to a question that is not asked any more, what a refusal must not lose.
 */
export function useWritten({ draft: place, server, moved, start, fields, element, state }: Given) {
  const brought = server.brought && !isBlank(server.brought.written) ? server.brought.written : null
  const first = useRef({ ...start, ...brought, ...state.written, ...state.lists })
  const latest = useRef<Written>(first.current)
  const [round, setRound] = useState(0)
  const [restored, setRestored] = useState(brought !== null)
  const [shown, setShown] = useState(() => keysOf(fields, first.current))
  /** Which of several boxes are ticked decides what is still required. */
  const [, tick] = useState('')

  /** What came back is drawn with its round; until then the controls say nothing. */
  const wanted = useRef(0)
  const drawn = useRef(0)

  const show = () => {
    const keys = keysOf(fields, latest.current)
    setShown((before) => (before.join() === keys.join() ? before : keys))
    const lists = fields.filter(({ type }) => type === 'choices')
    tick(JSON.stringify(lists.map(({ key }) => listOf(latest.current, nameOf(key)).length > 0)))
  }
  const draft = useDraft(
    place,
    (written, chosen) => {
      if (!chosen && !sameWritten(latest.current, first.current)) return
      latest.current = isBlank(written) ? { ...start } : { ...start, ...written }
      wanted.current += 1
      setRound(wanted.current)
      setRestored(!isBlank(written))
      show()
    },
    server,
  )
  const heard = () => {
    if (!element.current || wanted.current !== drawn.current) return
    const now = { ...unasked(latest.current, fields, shown), ...writtenIn(element.current) }
    if (sameWritten(now, latest.current)) return
    latest.current = now
    draft(now)
    show()
  }
  const { slug, membershipId } = server
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the text has come along
  useEffect(() => {
    if (!moved || isBlank(first.current)) return
    draft(first.current)
    forgetDraft(moved, { slug, membershipId })
  }, [moved, slug, membershipId])
  // The button looks again at which fields there are.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever they change
  useEffect(() => {
    drawn.current = round
    element.current?.dispatchEvent(new Event('input'))
  }, [shown, round, element])
  return { written: () => latest.current, shown, round, restored, heard, draft }
}

function keysOf(fields: readonly FieldView[], written: Written): string[] {
  return shownFields(fields, answersIn(written)).map(({ key }) => key)
}

/** Answers to questions that are not asked now: asked again, they are there again. */
function unasked(written: Written, fields: readonly FieldView[], shown: readonly string[]): Written {
  const names = fields.filter(({ key }) => !shown.includes(key)).map(({ key }) => nameOf(key))
  return Object.fromEntries(Object.entries(written).filter(([name]) => names.includes(name)))
}
