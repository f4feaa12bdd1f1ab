'use client'

import { useEffect, useState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { SubmitButton } from '@/components/ui/submit-button'
import type { PreviewWords } from '@/lib/oncall/schema'
import { EditFields, type FieldSpec } from './edit-fields'
import { EffectPart, type EffectWords } from './effect-part'

export type EditWords = EffectWords & Record<'preview' | 'again' | 'save' | 'working' | 'lost' | 'stale', string>

type EditFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  fields: readonly FieldSpec[]
  words: EditWords
  /** It takes something away. */
  danger?: boolean
}

/**
 * An edit of a schedule in two steps: what it would do, then saving it. What was shown is what is saved: once a field is
 * touched again, the effect is asked for again.
 */
export function EditForm({ action, hidden, fields, words, danger }: EditFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  const [touched, setTouched] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is about what was typed until then
  useEffect(() => setTouched(false), [state])
  const effect = state.status === 'ok' ? (state.value as PreviewWords | null) : null
  const ready = effect !== null && !touched
  return (
    <form action={submit} onChange={() => setTouched(true)} className="grid gap-6">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {fields.length > 0 ? (
        <EditFields
          fields={fields}
          faults={state.status === 'invalid' ? state.fields : {}}
          written={state.written}
          lists={state.lists}
        />
      ) : null}
      {effect ? <EffectPart effect={effect} words={words} stale={touched ? words.stale : null} /> : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="intent" value="preview" look={ready ? 'secondary' : 'primary'} pending={words.working}>
          {ready ? words.again : words.preview}
        </SubmitButton>
        {ready ? (
          <SubmitButton name="intent" value="save" look={danger ? 'danger' : 'primary'} pending={words.working}>
            {words.save}
          </SubmitButton>
        ) : null}
      </div>
    </form>
  )
}
