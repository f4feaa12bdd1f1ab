'use client'

import type { MouseEvent } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { Select } from '@/components/ui/field'
import { CloseIcon, DownIcon } from '@/components/ui/icons'
import { fill } from '@/lib/i18n/fill'

/** As the form's fields have it: the method's id, minutes, the mildest severity. */
export type Line = { method: string; delay: string; severity: string }
export type RuleWords = Record<'method' | 'delay' | 'severity' | 'up' | 'down' | 'remove', string>

type Option = { value: string; label: string }
type Press = (event: MouseEvent<HTMLButtonElement>) => void

type RuleRowProps = {
  row: Line & { key: string }
  place: number
  last: boolean
  legend: string
  methods: readonly Option[]
  delays: readonly Option[]
  severities: readonly Option[]
  words: RuleWords
  onUp: Press
  onDown: Press
  onRemove: Press
}

export function RuleRow({ row, place, last, legend, words, onUp, onDown, onRemove, ...lists }: RuleRowProps) {
  const fields = [
    ['method', lists.methods],
    ['delay', lists.delays],
    ['severity', lists.severities],
  ] as const
  const buttons = [
    { what: 'up', press: onUp, off: place === 0, icon: <DownIcon className="size-5 rotate-180" /> },
    { what: 'down', press: onDown, off: last, icon: <DownIcon /> },
    { what: 'remove', press: onRemove, off: false, icon: <CloseIcon /> },
  ] as const
  return (
    <li>
      <fieldset className="grid gap-3 rounded-card border border-hairline p-3 sm:grid-cols-2 sm:items-end">
        <legend className="px-1 text-13 text-ink-2">{legend}</legend>
        {fields.map(([name, options]) => (
          <Select
            key={name}
            id={`${name}-${row.key}`}
            name={name}
            data-row={row.key}
            label={words[name]}
            value={row[name]}
            // Heard by the form: one listener for all.
            onChange={() => {}}
          >
            {options.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        ))}
        <div className="flex gap-1">
          {buttons.map(({ what, press, off, icon }) => (
            <button
              key={what}
              type="submit"
              name="change"
              value={`${what} ${place}`}
              aria-disabled={off || undefined}
              aria-label={fill(words[what], { place: place + 1 })}
              title={fill(words[what], { place: place + 1 })}
              onClick={off ? (event) => event.preventDefault() : press}
              className={buttonClasses('secondary')}
            >
              {icon}
            </button>
          ))}
        </div>
      </fieldset>
    </li>
  )
}
