'use client'

import { Choice } from '@/components/ui/choice'
import { BareSelect, described, Field, FieldError, Select, TextArea } from '@/components/ui/field'

export type Option = { value: string; label: string }

/** One field of a schedule's form, as the server describes it. */
export type FieldSpec =
  | {
      kind: 'text' | 'number' | 'datetime-local' | 'time'
      name: string
      label: string
      hint?: string
      optional?: string
      value?: string
      required?: boolean
      half?: boolean
    }
  | { kind: 'area'; name: string; label: string; hint?: string; optional?: string; value?: string }
  | { kind: 'select'; name: string; label: string; hint?: string; options: Option[]; value?: string; half?: boolean }
  /** Persons in turn order: one list of choices for each place, without dragging anything. */
  | { kind: 'people'; name: string; label: string; hint: string; place: string; options: Option[]; values: string[] }
  | { kind: 'days'; name: string; label: string; options: Option[]; values: string[] }

type Written = { written?: Readonly<Record<string, string>>; lists?: Readonly<Record<string, string[]>> }

type EditFieldsProps = Written & { fields: readonly FieldSpec[]; faults: Readonly<Record<string, string>> }

/** The fields of a form, with what was typed where it came back. */
export function EditFields({ fields, faults, written, lists }: EditFieldsProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {fields.map((field) => (
        <div key={field.name} className={'half' in field && field.half ? undefined : 'sm:col-span-2'}>
          <OneField field={field} fault={faults[field.name]} written={written} lists={lists} />
        </div>
      ))}
    </div>
  )
}

function OneField({ field, fault, written, lists }: Written & { field: FieldSpec; fault: string | undefined }) {
  if (field.kind === 'people')
    return <People field={field} fault={fault} chosen={lists?.[field.name] ?? field.values} />
  if (field.kind === 'days') return <Days field={field} chosen={lists?.[field.name] ?? field.values} />
  const value = written?.[field.name] ?? field.value
  if (field.kind === 'area')
    return (
      <TextArea
        name={field.name}
        label={field.label}
        hint={field.hint}
        optional={field.optional}
        error={fault}
        rows={3}
        defaultValue={value}
      />
    )
  if (field.kind === 'select')
    return (
      <Select key={value} name={field.name} label={field.label} hint={field.hint} error={fault} defaultValue={value}>
        {field.options.map(({ value: one, label }) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </Select>
    )
  return (
    <Field
      type={field.kind}
      name={field.name}
      label={field.label}
      hint={field.hint}
      optional={field.optional}
      error={fault}
      required={field.required}
      min={field.kind === 'number' ? 1 : undefined}
      defaultValue={value}
      autoComplete="off"
    />
  )
}

type PeopleField = Extract<FieldSpec, { kind: 'people' }>

/** As many places as there are people, and two more. */
function People({
  field,
  fault,
  chosen,
}: {
  field: PeopleField
  fault: string | undefined
  chosen: readonly string[]
}) {
  const named = chosen.filter(Boolean)
  const places = Array.from({ length: named.length + 2 }, (_, index) => named[index] ?? '')
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{field.label}</legend>
      <p className="-mt-1 mb-1 text-14 text-ink-2">{field.hint}</p>
      <ol className="grid gap-2">
        {places.map((person, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the turn is its number
          <li key={`${index} ${person}`} className="flex items-center gap-3">
            <span
              aria-hidden="true"
              className="inline-flex size-8 shrink-0 items-center justify-center rounded-chip border border-control font-mono text-13 text-ink-2"
            >
              {index + 1}
            </span>
            <BareSelect
              id={index === 0 ? field.name : undefined}
              name={field.name}
              aria-label={field.place.replace('#', `${index + 1}`)}
              defaultValue={person}
              {...(index === 0 ? described(field.name, null, fault) : {})}
              around="min-w-0 flex-1"
            >
              {field.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </BareSelect>
          </li>
        ))}
      </ol>
      <FieldError id={field.name} error={fault} />
    </fieldset>
  )
}

function Days({ field, chosen }: { field: Extract<FieldSpec, { kind: 'days' }>; chosen: readonly string[] }) {
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{field.label}</legend>
      <div className="flex flex-wrap gap-x-5">
        {field.options.map(({ value, label }) => (
          <Choice
            key={`${value} ${chosen.includes(value)}`}
            name={field.name}
            value={value}
            label={label}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  )
}
