'use client'

import { useEffect, useState } from 'react'
import { UrgentIcon } from '@/components/ui/icons'
import type { PolicyPreview } from '@/lib/escalation/schema'
import { fill } from '@/lib/i18n/fill'
import { type ActionState, idle } from '@/lib/web/schema'
import type { EditorWords } from './editor-words'
import { Sentences } from './sentences'
import { warningText } from './warning-text'

export type PreviewAction = (
  previous: ActionState<unknown>,
  form: Record<string, unknown>,
) => Promise<ActionState<PolicyPreview>>

type PreviewPartProps = {
  preview: PreviewAction
  fields: Readonly<Record<string, string>>
  words: EditorWords
  /** Patterns of `policies.warn`. */
  warn: Readonly<Record<string, string>>
}

/** Milliseconds without a change before what is written is read anew. */
const REST = 400

/** What the policy would do as it is written now, in sentences, and what to beware of; read while it is being written. */
export function PreviewPart({ preview, fields, words, warn }: PreviewPartProps) {
  const [shown, show] = useState<PolicyPreview | null>(null)
  const [reading, setReading] = useState(true)
  const asked = JSON.stringify(fields)
  useEffect(() => {
    let wanted = true
    setReading(true)
    const timer = setTimeout(async () => {
      // A connection that broke off says nothing new; the next change asks again.
      const answer = await preview(idle, JSON.parse(asked)).catch(() => null)
      if (!wanted) return
      if (answer?.status === 'ok') show(answer.value)
      setReading(false)
    }, REST)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [asked, preview])
  return (
    <section aria-labelledby="preview" className="grid gap-4 rounded-card border border-hairline bg-surface p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id="preview" className="text-16">
          {words.preview}
        </h2>
        <span role="status" className="text-13 text-ink-2">
          {reading ? words.checking : ''}
        </span>
      </div>
      {shown ? (
        <>
          <Sentences sentences={shown.sentences} />
          {shown.warnings.length > 0 ? (
            <div role="status" className="grid gap-1 rounded-card bg-status-wait-soft p-3.5 text-14 text-ink">
              <p className="flex items-center gap-2 font-strong text-status-wait">
                <UrgentIcon className="size-4" />
                {words.warnings}
              </p>
              <ul className="grid gap-1">
                {shown.warnings.map((warning) => (
                  <li key={JSON.stringify(warning)}>
                    {warningText(
                      (key, values = {}) => fill(warn[key] ?? '', values),
                      warning,
                      (items) => items.join(', '),
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
        </>
      ) : null}
    </section>
  )
}
