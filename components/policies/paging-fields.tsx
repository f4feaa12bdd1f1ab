'use client'

import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { Field, FieldError, Select } from '@/components/ui/field'
import { CloseIcon, PlusIcon } from '@/components/ui/icons'
import type { Paging, PolicyChoices, Severity } from '@/lib/escalation/schema'
import type { EditorWords } from './editor-words'

type Window = NonNullable<Paging['window']>
type Span = Window['spans'][number]

type PagingFieldsProps = {
  paging: Paging
  choices: PolicyChoices
  words: EditorWords
  days: readonly string[]
  faults: Readonly<Record<string, string>>
  change(paging: Paging): void
}

const severities: readonly Severity[] = ['P0', 'P1', 'P2']
const usual: Span = { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }

/** When it may page, and what waits until then. */
export function PagingFields({ paging, choices, words, days, faults, change }: PagingFieldsProps) {
  const { window, hold = [], holdUntilSomeoneIsOn = false } = paging
  const holds = window !== undefined || holdUntilSomeoneIsOn
  const put = (next: Paging) => {
    const held = next.window !== undefined || next.holdUntilSomeoneIsOn === true
    change(held ? { ...next, hold: next.hold ?? ['P2'] } : {})
  }
  const turnWindow = (on: boolean) => {
    const { window: _, ...rest } = paging
    put(on ? { ...rest, window: { timeZone: choices.timeZone, spans: [usual] } } : rest)
  }
  const turnUntilOn = (on: boolean) => {
    const { holdUntilSomeoneIsOn: _, ...rest } = paging
    put(on ? { ...rest, holdUntilSomeoneIsOn: true } : rest)
  }
  return (
    <div className="grid gap-3">
      <Choice
        label={words.window}
        checked={window !== undefined}
        onChange={(event) => turnWindow(event.target.checked)}
      />
      {window ? (
        <Hours
          window={window}
          choices={choices}
          words={words}
          days={days}
          faults={faults}
          change={(next) => put({ ...paging, window: next })}
        />
      ) : null}
      <Choice
        label={words.untilOn}
        checked={holdUntilSomeoneIsOn}
        onChange={(event) => turnUntilOn(event.target.checked)}
      />
      {holds ? (
        <fieldset className="grid gap-1">
          <legend className="font-medium">{words.hold}</legend>
          <div className="flex flex-wrap gap-x-6">
            {severities.map((severity) => (
              <Choice
                key={severity}
                label={severity}
                checked={hold.includes(severity)}
                onChange={(event) =>
                  put({
                    ...paging,
                    hold: severities.filter((one) => (one === severity ? event.target.checked : hold.includes(one))),
                  })
                }
              />
            ))}
          </div>
          <FieldError id="hold" error={faults['definition.paging.hold']} />
        </fieldset>
      ) : null}
    </div>
  )
}

type HoursProps = Omit<PagingFieldsProps, 'paging' | 'change'> & { window: Window; change(window: Window): void }

function Hours({ window, choices, words, days, faults, change }: HoursProps) {
  const spans = (next: Span[]) => change({ ...window, spans: next })
  const { calendarId: _, ...withoutCalendar } = window
  return (
    <div className="grid gap-4 border-hairline border-l-2 pl-4">
      {window.spans.map((span, index) => (
        <SpanFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a span is its place in the list
          key={index}
          span={span}
          index={index}
          words={words}
          days={days}
          faults={faults}
          change={(next) => spans(window.spans.map((one, at) => (at === index ? next : one)))}
          drop={window.spans.length > 1 ? () => spans(window.spans.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <div>
        <Button onClick={() => spans([...window.spans, usual])}>
          <PlusIcon className="size-4" /> {words.addSpan}
        </Button>
      </div>
      <Field
        name="zone"
        label={words.zone}
        value={window.timeZone}
        error={faults['definition.paging.window.timeZone']}
        onChange={(event) => change({ ...window, timeZone: event.target.value })}
      />
      <Select
        name="calendar"
        label={words.calendar}
        value={window.calendarId ?? ''}
        onChange={(event) =>
          change(event.target.value ? { ...window, calendarId: event.target.value } : withoutCalendar)
        }
      >
        <option value="">{words.noCalendar}</option>
        {choices.calendars.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </div>
  )
}

type SpanFieldsProps = Pick<PagingFieldsProps, 'words' | 'days' | 'faults'> & {
  span: Span
  index: number
  change(span: Span): void
  drop?: () => void
}

function SpanFields({ span, index, words, days, faults, change, drop }: SpanFieldsProps) {
  const at = `definition.paging.window.spans.${index}`
  const turn = (day: number, on: boolean) =>
    change({
      ...span,
      weekdays: [1, 2, 3, 4, 5, 6, 7].filter((one) => (one === day ? on : span.weekdays.includes(one))),
    })
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{words.paging}</legend>
      <fieldset className="flex flex-wrap gap-x-4">
        <legend className="sr-only">{words.days7}</legend>
        {days.map((name, place) => (
          <Choice
            key={name}
            label={name}
            checked={span.weekdays.includes(place + 1)}
            onChange={(event) => turn(place + 1, event.target.checked)}
          />
        ))}
      </fieldset>
      <FieldError id={`span-${index}-days`} error={faults[`${at}.weekdays`]} />
      <div className="flex flex-wrap items-end gap-3">
        <Field
          name={`span-${index}-from`}
          type="time"
          required
          label={words.from}
          value={span.from}
          error={faults[`${at}.from`]}
          onChange={(event) => change({ ...span, from: event.target.value })}
        />
        <Field
          name={`span-${index}-to`}
          type="time"
          required
          label={words.to}
          value={span.to}
          error={faults[`${at}.to`]}
          onChange={(event) => change({ ...span, to: event.target.value })}
        />
        {drop ? (
          <Button look="quiet" onClick={drop} aria-label={words.dropSpan} title={words.dropSpan}>
            <CloseIcon className="size-5" />
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
