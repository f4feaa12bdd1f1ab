'use client'

import { Field, TextArea } from '@/components/ui/field'
import { type Act, FieldsForm } from './fields-form'

type Words = Record<'until' | 'untilHint' | 'submit' | 'working' | 'done', string>
type StartWords = Record<'from' | 'fromHint' | 'reason' | 'reasonHint', string>

type PauseFormProps = {
  action: Act
  hidden: Record<string, string>
  /** Of the ids of its fields: one of a kind on the page. */
  id: string
  /** Local times as a date and time field writes them. */
  until: string
  earliest: string
  words: Words
  /** A new maintenance also has a beginning and a reason. */
  start?: StartWords
}

/** When a maintenance begins and ends, and why (000-08). */
export function PauseForm({ action, hidden, id, until, earliest, words, start }: PauseFormProps) {
  return (
    <FieldsForm
      action={action}
      hidden={hidden}
      words={words}
      fields={(faults, was) => (
        <>
          {start ? (
            <Field
              id={`${id}-from`}
              name="from"
              type="datetime-local"
              min={earliest}
              label={start.from}
              hint={start.fromHint}
              error={faults.from}
              defaultValue={was('from')}
            />
          ) : null}
          <Field
            id={`${id}-until`}
            name="until"
            type="datetime-local"
            min={earliest}
            required
            label={words.until}
            hint={words.untilHint}
            error={faults.until}
            defaultValue={was('until') ?? until}
          />
          {start ? (
            <TextArea
              id={`${id}-reason`}
              name="reason"
              rows={2}
              maxLength={300}
              required
              label={start.reason}
              hint={start.reasonHint}
              error={faults.reason}
              defaultValue={was('reason')}
              className="min-h-20!"
            />
          ) : null}
        </>
      )}
    />
  )
}
