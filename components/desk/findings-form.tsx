'use client'

import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type FindingsFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  reproduced: string
  workaround: string
  /** Characters of the workaround. */
  most: number
  words: Record<'reproduced' | 'workaround' | 'hint' | 'button' | 'working' | 'lost', string> & {
    choices: readonly { value: string; label: string }[]
  }
}

/** What support found out and did; among colleagues. What was typed survives a refusal. */
export function FindingsForm({ action, hidden, reproduced, workaround, most, words }: FindingsFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  return (
    <form action={submit} className="grid gap-3">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <ChoiceGroup id="reproduced" legend={words.reproduced}>
        <div className="flex flex-wrap gap-x-4">
          {words.choices.map(({ value, label }) => (
            <Choice
              key={value}
              type="radio"
              name="reproduced"
              value={value}
              label={label}
              defaultChecked={value === reproduced}
            />
          ))}
        </div>
      </ChoiceGroup>
      <TextArea
        name="workaround"
        label={words.workaround}
        hint={words.hint}
        error={state.status === 'invalid' ? state.fields.workaround : undefined}
        defaultValue={(state.status === 'ok' ? undefined : state.written?.workaround) ?? workaround}
        maxLength={most}
        rows={2}
        className="min-h-16"
      />
      <SubmitButton look="secondary" pending={words.working}>
        {words.button}
      </SubmitButton>
    </form>
  )
}
