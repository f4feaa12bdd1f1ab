'use client'

import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { TextArea } from '@/components/ui/field'
import { Stars, type StarWords } from '@/components/ui/stars'
import { SubmitButton } from '@/components/ui/submit-button'

export type RateWords = {
  stars: StarWords
  comment: string
  optional: string
  hint: string
  send: string
  sending: string
  lost: string
}

type RateFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  words: RateWords
  /** Characters of the comment. */
  most: number
}

/** One to five stars and, if she likes, a word about it (003-23). What was written survives a refusal. */
export function RateForm({ action, hidden, words, most }: RateFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  const invalid = state.status === 'invalid' ? state.fields.comment : undefined
  return (
    <form action={submit} className="grid gap-3">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <Stars name="stars" words={words.stars} required chosen={state.written?.stars} />
      <TextArea
        name="comment"
        label={words.comment}
        optional={words.optional}
        hint={words.hint}
        error={invalid}
        rows={2}
        maxLength={most}
        defaultValue={state.written?.comment}
      />
      <div>
        <SubmitButton pending={words.sending} whenValid className="max-sm:w-full">
          {words.send}
        </SubmitButton>
      </div>
    </form>
  )
}
