'use client'

import { useState } from 'react'
import { BareSelect, FieldError } from '@/components/ui/field'
import type { EditorWords } from './editor-words'

const sizes = { minutes: 60, hours: 3600, days: 86_400 } as const
type Unit = keyof typeof sizes
const units: readonly Unit[] = ['minutes', 'hours', 'days']

type LengthFieldProps = {
  id: string
  label: string
  seconds: number
  words: EditorWords
  error?: string
  change(seconds: number): void
}

const control = 'min-h-control min-w-0 rounded-control border border-control bg-surface px-3 text-ink tabular-nums'

/** A length of time: a number and its unit; kept in seconds. */
export function LengthField({ id, label, seconds, words, error, change }: LengthFieldProps) {
  const [unit, setUnit] = useState<Unit>(() => unitOf(seconds))
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex gap-2">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={0}
          step="any"
          required
          aria-label={`${label}: ${words.amount}`}
          aria-invalid={error ? true : undefined}
          value={Number.isFinite(seconds) ? seconds / sizes[unit] : ''}
          onChange={(event) => change(Math.round(event.target.valueAsNumber * sizes[unit]))}
          className={`${control} w-24`}
        />
        <BareSelect
          aria-label={`${label}: ${words.unit}`}
          value={unit}
          onChange={(event) => {
            const next = event.target.value as Unit
            change(Math.round((seconds / sizes[unit]) * sizes[next]))
            setUnit(next)
          }}
        >
          {units.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </BareSelect>
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  )
}

function unitOf(seconds: number): Unit {
  if (seconds > 0 && seconds % sizes.days === 0) return 'days'
  return seconds > 0 && seconds % sizes.hours === 0 ? 'hours' : 'minutes'
}
