import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { Field, TextArea } from '@/components/ui/field'
import { type FieldView, mostCharacters } from '@/lib/catalog/schema'
import { nameOf } from './form-fields'

type TopicFieldProps = {
  field: FieldView
  /** What it holds when the page is shown. */
  given: readonly string[]
  /** Asked, given what was answered before it. Without script it is shown all the same and need not be filled. */
  asked: boolean
  error: string | undefined
  words: { optional: string; yes: string; no: string }
}

/** One question of a topic's form (002-04), in the browser's own controls. */
export function TopicField({ field, given, asked, error, words }: TopicFieldProps) {
  const { key, type, label, hint } = field
  const name = nameOf(key)
  const required = field.required && asked
  const shared = { name, label, hint, error, required, optional: field.required ? undefined : words.optional }
  if (type === 'choice' || type === 'choices' || type === 'yes_no') {
    const options =
      type === 'yes_no'
        ? [
            { key: 'yes', label: words.yes },
            { key: 'no', label: words.no },
          ]
        : (field.options ?? [])
    return (
      <ChoiceGroup
        id={name}
        legend={field.required ? label : `${label} (${words.optional})`}
        hint={hint}
        error={error}
        required={required}
      >
        <div className="-mt-1 grid gap-x-6 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
          {options.map((option) => (
            <Choice
              key={option.key}
              type={type === 'choices' ? 'checkbox' : 'radio'}
              name={name}
              value={option.key}
              label={option.label}
              // Of boxes to tick, each would have to be ticked: one is enough.
              required={required && (type !== 'choices' || given.length === 0)}
              defaultChecked={given.includes(option.key)}
            />
          ))}
        </div>
      </ChoiceGroup>
    )
  }
  const text = { ...shared, defaultValue: given[0], maxLength: mostCharacters(field) }
  if (type === 'long_text') return <TextArea {...text} rows={3} />
  if (type === 'date') return <Field {...text} type="date" className="max-w-56" />
  if (type === 'number') return <Field {...text} inputMode="decimal" autoComplete="off" className="max-w-56" />
  return <Field {...text} inputMode={type === 'url' ? 'url' : undefined} autoComplete="off" />
}
