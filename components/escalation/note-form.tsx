'use client'

import { useEffect, useRef } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { forgetDraft, textOf, useDraft } from '@/components/form/use-draft'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type NoteFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  draft: string
  /** The other side reads it too: no internal note. */
  plain?: boolean
  words: { label: string; hint: string; send: string; working: string; lost: string }
}

/** A note for colleagues, in the shape that notes have. What is unsent is kept on this device. */
export function NoteForm({ action, hidden, draft, plain, words }: NoteFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  const area = useRef<HTMLTextAreaElement>(null)
  const keep = useDraft(draft, (written) => {
    if (area.current && !area.current.value) area.current.value = textOf(written, 'body')
  })
  useEffect(() => {
    if (state.status !== 'ok') return
    keep.cancel()
    forgetDraft(draft)
    area.current?.form?.reset()
  }, [state, draft, keep.cancel])
  return (
    <form action={submit} className="grid gap-3">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <TextArea
        ref={area}
        name="body"
        label={words.label}
        hint={words.hint}
        error={state.status === 'invalid' ? state.fields.body : undefined}
        defaultValue={state.status === 'ok' ? undefined : state.written?.body}
        onInput={({ currentTarget }) => keep({ body: currentTarget.value })}
        required
        rows={3}
        className={plain ? undefined : 'border-2 border-note border-dashed bg-note-soft'}
      />
      <div>
        <SubmitButton look="secondary" pending={words.working} whenValid>
          {words.send}
        </SubmitButton>
      </div>
    </form>
  )
}
