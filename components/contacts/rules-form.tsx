'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { buttonClasses } from '@/components/ui/button-classes'
import { SubmitButton } from '@/components/ui/submit-button'
import { fill } from '@/lib/i18n/fill'
import { type Line, RuleRow, type RuleWords } from './rule-row'

type Option = { value: string; label: string }

export type RulesFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  lines: readonly Line[]
  methods: readonly Option[]
  delays: readonly Option[]
  severities: readonly Option[]
  most: number
  words: RuleWords & Record<'legend' | 'add' | 'save' | 'unsaved' | 'saved' | 'working' | 'lost', string>
}

/**
 * The order in which she is reached, as lines of three choices. Its buttons move lines before it is saved; without
 * script each of them sends the form, and the server moves the line and saves.
 */
export function RulesForm(props: RulesFormProps) {
  const { action, hidden, methods, words, most } = props
  const [state, submit, hydrated] = useKeptAction(action, words.lost)
  const made = useRef(0)
  // A line has no id of its own; React needs one, so that what has the focus keeps it when it moves.
  const keyed = (lines: readonly Line[]): Row[] => lines.map((line) => ({ ...line, key: `line-${made.current++}` }))
  const [rows, setRows] = useState(() => props.lines.map((line, place): Row => ({ ...line, key: `first-${place}` })))
  const [touched, setTouched] = useState(false)
  const saved = JSON.stringify(props.lines)
  // What the server has now, after a save or when a method came or went.
  useEffect(() => {
    setRows((JSON.parse(saved) as Line[]).map((line) => ({ ...line, key: `line-${made.current++}` })))
    setTouched(false)
  }, [saved])
  useEffect(() => {
    if (state.status === 'ok') setTouched(false)
  }, [state])
  const edit = (next: Row[]) => {
    setRows(next)
    setTouched(true)
  }
  const change = (event: { preventDefault(): void }, next: Row[]) => {
    if (!hydrated) return
    event.preventDefault()
    edit(next)
  }
  const read = (event: FormEvent<HTMLFormElement>) => {
    const { name, value, dataset } = event.target as HTMLSelectElement
    edit(rows.map((row) => (row.key === dataset.row ? { ...row, [name]: value } : row)))
  }
  const spare = { method: methods[0]?.value ?? '', delay: rows.length === 0 ? '0' : '5', severity: 'P2' }
  return (
    <form action={submit} onChange={read} className="grid gap-4">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {/* Anew after each answer: React puts choices back to what the form began with. */}
      <ol key={state.fresh} className="grid gap-3">
        {rows.map((row, place) => (
          <RuleRow
            key={row.key}
            row={row}
            place={place}
            last={place === rows.length - 1}
            legend={fill(words.legend, { place: place + 1 })}
            methods={methods}
            delays={props.delays}
            severities={props.severities}
            words={words}
            onUp={(event) => change(event, swapped(rows, place - 1))}
            onDown={(event) => change(event, swapped(rows, place))}
            onRemove={(event) => change(event, rows.toSpliced(place, 1))}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3">
        {rows.length < most ? (
          <button
            type="submit"
            name="change"
            value="add"
            className={buttonClasses('secondary')}
            onClick={(event) => change(event, [...rows, ...keyed([spare])])}
          >
            {words.add}
          </button>
        ) : null}
        <SubmitButton pending={words.working}>{words.save}</SubmitButton>
        <p role="status" className="text-14 text-ink-2">
          {touched ? words.unsaved : state.status === 'ok' ? words.saved : ''}
        </p>
      </div>
    </form>
  )
}

export type Row = Line & { key: string }

function swapped(rows: readonly Row[], place: number): Row[] {
  const [first, second] = [rows[place], rows[place + 1]]
  return first && second ? rows.with(place, second).with(place + 1, first) : [...rows]
}
