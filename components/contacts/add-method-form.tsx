'use client'

import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type AddMethodFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  channels: readonly { value: string; label: string; hint: string }[]
  words: Record<
    'channel' | 'address' | 'account' | 'label' | 'labelHint' | 'optional' | 'submit' | 'working' | 'lost',
    string
  >
}

/** Another way to reach her: its kind and its address. A code goes there at once. */
export function AddMethodForm({ action, hidden, channels, words }: AddMethodFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  const fields = state.status === 'invalid' ? state.fields : {}
  const was = (name: string) => (state.status === 'ok' ? undefined : state.written?.[name])
  return (
    // Anew when something was added: what was typed is done with.
    <form key={state.status === 'ok' ? state.fresh : 'form'} action={submit} className="grid max-w-form gap-4">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <ChoiceGroup id="channel" legend={words.channel} error={fields.channel}>
        {channels.map(({ value, label, hint }, place) => (
          <Choice
            key={value}
            card
            type="radio"
            name="channel"
            value={value}
            label={label}
            hint={hint}
            required
            defaultChecked={was('channel') ? was('channel') === value : place === 0}
          />
        ))}
      </ChoiceGroup>
      <Field
        name="address"
        label={words.address}
        hint={words.account}
        error={fields.address}
        defaultValue={was('address')}
        maxLength={500}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        required
      />
      <Field
        name="label"
        label={words.label}
        hint={words.labelHint}
        optional={words.optional}
        error={fields.label}
        defaultValue={was('label')}
        maxLength={60}
        autoComplete="off"
      />
      <div>
        <SubmitButton pending={words.working}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
