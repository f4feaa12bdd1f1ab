'use client'

import { type Act, FieldsForm } from '@/components/integration/fields-form'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { Field, TextArea } from '@/components/ui/field'

type CallFormProps = {
  action: Act
  hidden: Record<string, string>
  severities: readonly { value: string; label: string; hint: string }[]
  limits: { title: number; detail: number }
  words: Record<
    'severity' | 'subject' | 'subjectHint' | 'detail' | 'detailHint' | 'submit' | 'working' | 'done',
    string
  >
}

/** Calling a partner by hand (000-13): how bad, what, seen since when. */
export function CallForm({ action, hidden, severities, limits, words }: CallFormProps) {
  return (
    <FieldsForm
      action={action}
      hidden={hidden}
      words={words}
      fields={(faults, was) => (
        <>
          <ChoiceGroup id="severity" legend={words.severity} error={faults.severity} required>
            {severities.map(({ value, label, hint }) => (
              <Choice
                key={value}
                card
                type="radio"
                name="severity"
                value={value}
                label={label}
                hint={hint}
                required
                defaultChecked={was('severity') === value}
              />
            ))}
          </ChoiceGroup>
          <Field
            name="title"
            maxLength={limits.title}
            required
            label={words.subject}
            hint={words.subjectHint}
            error={faults.title}
            defaultValue={was('title')}
          />
          <TextArea
            name="detail"
            maxLength={limits.detail}
            required
            label={words.detail}
            hint={words.detailHint}
            error={faults.detail}
            defaultValue={was('detail')}
          />
        </>
      )}
    />
  )
}
