'use client'

import { type FormEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { FileUploader, type UploaderProps, type UploadsState } from '@/components/attachments/file-uploader'
import { HiddenFields } from '@/components/form/hidden-fields'
import { useDraft } from '@/components/form/use-draft'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { Field, FieldError, TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { BODY, bodyFault, SUBJECT, subjectFault } from '@/lib/tickets/schema'
import { freshKey, named, problemsOf } from './form-state'

export type RequestFormWords = {
  required: string
  subject: string
  subjectHint: string
  body: string
  bodyHint: string
  files: string
  filesHint: string
  optional: string
  send: string
  sending: string
  kept: string
  safe: string
  lost: string
  /** Heading of the list of faults, for one fault, two, and so on. */
  summary: readonly string[]
  filesBusy: string
  filesFailed: string
  condition: string
  conditionHint: string
  /** Sentences by field and fault: `subject.too_short`. */
  faults: Record<string, string>
}

type WrittenFields = { subject: string; body: string; condition?: string | null }

type RequestFormProps = {
  action: KeptAction
  /** Fields that say whose form it is: marketplace, membershipId, topicId. */
  hidden: Record<string, string>
  /** Made with the page: however often this form arrives, it makes one request. */
  submissionKey: string
  /** Name under which unsent text is kept on this device. */
  draft: string
  /** The three conditions, where the topic is an urgent one. */
  conditions?: readonly { value: string; label: string; example: string }[]
  uploader: Omit<UploaderProps, 'onChange' | 'error'>
  words: RequestFormWords
  /** What claiming sets in motion, after the conditions. */
  gate?: ReactNode
  /** What is promised, shown before the button. */
  children: ReactNode
}

/** Step two of a new request. Works without script; with it, faults show at once and a refusal costs nothing. */
export function RequestForm(props: RequestFormProps) {
  const { conditions, words } = props
  const [state, submit, hydrated] = useKeptAction(props.action, words.lost)
  const [made] = useState(props.submissionKey)
  const form = useRef<HTMLFormElement>(null)
  const { register, handleSubmit, getValues, setValue, formState } = useForm<WrittenFields>({
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const [uploads, setUploads] = useState<UploadsState>({ busy: false, failed: false })
  const [own, setOwn] = useState<readonly SummaryError[] | null>(null)
  const restored = useRestored(props.draft, form, getValues, setValue)

  const fault = useCallback((field: string, why: string) => words.faults[`${field}.${why}`] ?? why, [words])
  const labels = useMemo(() => ({ subject: words.subject, body: words.body, attachmentIds: words.files }), [words])
  const told = state.status === 'invalid' ? state.fields : {}
  const errorOf = (field: keyof WrittenFields) => {
    const why = formState.errors[field]?.message
    return why ? fault(field, why) : own ? undefined : told[field]
  }
  const errors = useMemo(() => own ?? problemsOf(state, labels), [own, state, labels])

  const check = (event: FormEvent<HTMLFormElement>) => {
    const { subject, body, condition } = getValues()
    const faults = {
      condition: conditions && !condition ? 'condition' : null,
      subject: subjectFault(subject),
      body: bodyFault(body),
    }
    const found = Object.entries(faults).flatMap(([id, why]) => (why ? named(id, fault(id, why), labels) : []))
    const held = uploads.busy ? words.filesBusy : uploads.failed ? words.filesFailed : null
    if (held) found.push({ id: 'attachmentIds', text: held })
    setOwn(found.length > 0 ? found : null)
    if (found.length === 0) return
    event.preventDefault()
    void handleSubmit(() => {})() // lets every field show its fault
  }

  return (
    <form
      ref={form}
      action={submit}
      onSubmit={check}
      onInput={restored.keep}
      noValidate={hydrated}
      className="grid gap-6"
    >
      <HiddenFields fields={props.hidden} />
      <input type="hidden" name="submissionKey" value={freshKey(made, state)} />
      <ErrorSummary title={words.summary[errors.length - 1] ?? ''} errors={errors} />
      {errors.length > 0 && state.status !== 'idle' && !own ? <p className="-mt-3 text-14">{words.safe}</p> : null}
      <p className="text-14 text-ink-2">{words.required}</p>
      {conditions ? (
        <ChoiceGroup
          id="condition"
          legend={words.condition}
          hint={words.conditionHint}
          error={errorOf('condition')}
          required
        >
          {conditions.map(({ value, label, example }) => (
            <Choice
              key={value}
              card
              type="radio"
              value={value}
              label={label}
              hint={example}
              required
              defaultChecked={state.written?.condition === value}
              {...register('condition', { validate: (value) => (value ? true : 'condition') })}
            />
          ))}
        </ChoiceGroup>
      ) : null}
      {props.gate}
      {restored.shown ? (
        <p role="status" className="text-14 text-ink-2">
          {words.kept}
        </p>
      ) : null}
      <Field
        {...register('subject', { validate: (typed) => subjectFault(typed) ?? true })}
        label={words.subject}
        hint={words.subjectHint}
        error={errorOf('subject')}
        required
        minLength={SUBJECT.least}
        maxLength={SUBJECT.most}
        autoComplete="off"
        defaultValue={state.written?.subject}
      />
      <TextArea
        {...register('body', { validate: (typed) => bodyFault(typed) ?? true })}
        label={words.body}
        hint={words.bodyHint}
        error={errorOf('body')}
        required
        maxLength={BODY.most}
        rows={7}
        defaultValue={state.written?.body}
      />
      <div className="grid gap-1">
        <p className="font-medium">
          {words.files} <span className="font-normal text-ink-2">({words.optional})</span>
        </p>
        <p className="text-14 text-ink-2">{words.filesHint}</p>
        <FileUploader
          {...props.uploader}
          onChange={setUploads}
          error={<FieldError id="attachmentIds" error={own ? undefined : told.attachmentIds} />}
        />
      </div>
      {props.children}
      <div>
        <SubmitButton pending={words.sending} whenValid className="max-sm:w-full">
          {words.send}
        </SubmitButton>
      </div>
    </form>
  )
}

type Values = () => WrittenFields
type Set = (field: 'subject' | 'body', text: string) => void

/** Brings back what was written here before, where nothing is written yet. */
function useRestored(draft: string, form: { current: HTMLFormElement | null }, getValues: Values, setValue: Set) {
  const [shown, show] = useState(false)
  const keep = useDraft(draft, (written) => {
    if (getValues().subject || getValues().body) return
    setValue('subject', written.subject ?? '')
    setValue('body', written.body ?? '')
    form.current?.dispatchEvent(new Event('input'))
    show(true)
  })
  return {
    shown,
    keep: () => {
      const { subject = '', body = '' } = getValues()
      keep({ subject, body })
    },
  }
}
