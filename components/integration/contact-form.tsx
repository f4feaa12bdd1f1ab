'use client'

import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { Field, Select } from '@/components/ui/field'
import { type Act, FieldsForm } from './fields-form'

type Option = { value: string; label: string; hint?: string }

export type ContactWords = Record<
  | 'person'
  | 'choose'
  | 'severity'
  | 'when'
  | 'days'
  | 'from'
  | 'to'
  | 'toHint'
  | 'zone'
  | 'zoneHint'
  | 'submit'
  | 'working'
  | 'done',
  string
>

type ContactFormProps = {
  action: Act
  hidden: Record<string, string>
  /** Of the ids of its fields: one of a kind on the page. */
  id: string
  /** Who may be chosen; without any, `hidden` says whose form it is. */
  people?: readonly Option[]
  severities: readonly Option[]
  whens: readonly Option[]
  days: readonly Option[]
  /** What is chosen at first. `days`: ISO weekdays. */
  chosen: { minSeverity: string; when: string; days: readonly string[]; from: string; to: string; timeZone: string }
  words: ContactWords
}

/** From which severity and at which hours somebody is called (000-11). The hours show where they are asked for. */
export function ContactForm({ action, hidden, id, people, chosen, words, ...options }: ContactFormProps) {
  return (
    <FieldsForm
      action={action}
      hidden={hidden}
      words={words}
      fields={(faults, was) => (
        <>
          {people ? (
            <Select
              id={`${id}-member`}
              name="member"
              required
              label={words.person}
              error={faults.member}
              defaultValue={was('member') ?? ''}
            >
              <option value="">{words.choose}</option>
              {people.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          ) : null}
          <ChoiceGroup id={`${id}-severity`} legend={words.severity} error={faults.minSeverity}>
            {options.severities.map(({ value, label, hint }) => (
              <Choice
                key={value}
                card
                type="radio"
                name="minSeverity"
                value={value}
                label={label}
                hint={hint}
                defaultChecked={(was('minSeverity') ?? chosen.minSeverity) === value}
              />
            ))}
          </ChoiceGroup>
          <ChoiceGroup id={`${id}-when`} legend={words.when} error={faults.when}>
            {options.whens.map(({ value, label, hint }) => (
              <Choice
                key={value}
                card
                type="radio"
                name="when"
                value={value}
                label={label}
                hint={hint}
                defaultChecked={(was('when') ?? chosen.when) === value}
              />
            ))}
          </ChoiceGroup>
          <div className="hidden gap-4 group-has-[input[value=hours]:checked]/form:grid">
            <ChoiceGroup id={`${id}-days`} legend={words.days} error={faults.days}>
              <div className="flex flex-wrap gap-x-5">
                {options.days.map(({ value, label }) => (
                  <Choice
                    key={value}
                    name="days"
                    value={value}
                    label={label}
                    defaultChecked={(was('days')?.split(' ') ?? chosen.days).includes(value)}
                  />
                ))}
              </div>
            </ChoiceGroup>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field
                id={`${id}-from`}
                name="from"
                type="time"
                label={words.from}
                error={faults.from}
                defaultValue={was('from') ?? chosen.from}
              />
              <Field
                id={`${id}-to`}
                name="to"
                type="time"
                label={words.to}
                error={faults.to}
                defaultValue={was('to') ?? chosen.to}
              />
            </div>
            <p className="-mt-2 text-14 text-ink-2">{words.toHint}</p>
            <Field
              id={`${id}-zone`}
              name="timeZone"
              list="contact-zones"
              autoComplete="off"
              label={words.zone}
              hint={words.zoneHint}
              error={faults.timeZone}
              defaultValue={was('timeZone') ?? chosen.timeZone}
            />
          </div>
        </>
      )}
    />
  )
}
