'use client'

import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { FileUploader, noUploads, type UploaderProps } from '@/components/attachments/file-uploader'
import { DraftLine, type DraftWords } from '@/components/form/draft-line'
import { HiddenFields } from '@/components/form/hidden-fields'
import type { DraftServer, Written } from '@/components/form/use-draft'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { Field, FieldError, TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FileView } from '@/lib/attachments/schema'
import type { FieldView, FormView } from '@/lib/catalog/schema'
import { fill } from '@/lib/i18n/fill'
import { BODY, SUBJECT } from '@/lib/tickets/schema'
import { AddInstead, type AddInsteadProps } from './add-instead'
import { asMessage, listOf, nameOf } from './form-fields'
import { freshKey, named, problemsOf } from './form-state'
import { faultsIn, toldFaults } from './request-faults'
import { TopicField } from './topic-field'
import { useWritten } from './use-written'

export type RequestFormWords = {
  required: string
  subject: string
  subjectHint: string
  body: string
  bodyHint: string
  files: string
  filesHint: string
  optional: string
  yes: string
  no: string
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
  preflight: string
  preflightHint: string
  stillFailing: string
  /** Patterns with {fields}: which questions have come and gone with an answer. */
  appeared: string
  gone: string
  /** Sentences by field and fault: `subject.too_short`; of the topic's own fields by fault alone: `not_a_number`. */
  faults: Record<string, string>
}

export type RequestFormProps = {
  action: KeptAction
  /** Fields that say whose form it is: marketplace, membershipId, topicId, followsId. */
  hidden: Record<string, string>
  /** Made with the page: however often this form arrives, it makes one request. */
  submissionKey: string
  /** Where unsent text is kept, on this device and on the server. */
  draft: string
  server: DraftServer
  /** Where this text was kept before its topic was changed. */
  moved?: string | undefined
  /** What stands in the form where nothing was written yet: the browser, what an earlier request shares. */
  start: Written
  /** Files sent earlier for this very request, kept with its draft. */
  files: readonly FileView[]
  /** What the topic asks and advises; null: subject, text and files alone. */
  form: FormView | null
  /** The three conditions, where the topic is an urgent one. */
  conditions?: readonly { value: string; label: string; example: string }[]
  uploader: Omit<UploaderProps, 'onChange' | 'error' | 'kept'>
  words: RequestFormWords
  draftWords: DraftWords
  /** For a refusal that leads to a request which is there already (003-15). */
  instead: Pick<AddInsteadProps, 'action' | 'hidden' | 'submissionKey' | 'words' | 'href'>
  /** What claiming sets in motion, after the conditions. */
  gate?: ReactNode
  /** What is promised, shown before the button. */
  children: ReactNode
}

const none: readonly FieldView[] = []

/** Step two of a new request. Works without script; with it, faults show at once and a refusal costs nothing. */
export function RequestForm(props: RequestFormProps) {
  const { conditions, words, form: asked } = props
  const [state, submit, hydrated] = useKeptAction(props.action, words.lost)
  const [made] = useState(props.submissionKey)
  const element = useRef<HTMLFormElement>(null)
  const [uploads, setUploads] = useState(noUploads)
  const [own, setOwn] = useState<readonly SummaryError[] | null>(null)
  const [faults, setFaults] = useState<Record<string, string>>({})
  const fields = asked?.fields ?? none
  const { written, shown, round, restored, heard, draft } = useWritten({ ...props, fields, element, state })
  // A file that arrives or goes is no input of the form's own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the uploader tells
  useEffect(() => heard(), [uploads])
  const said = useChanges(shown, fields, words)

  const labels = useMemo(() => labelsOf(words, asked), [words, asked])
  const told = useMemo(() => toldFaults(state, words.faults), [state, words])
  const errors = useMemo(() => {
    if (own) return own
    const mended = Object.entries(told).map(([id, text]) => named(id, text, labels))
    return mended.length > 0 ? mended : problemsOf(state, labels)
  }, [own, told, state, labels])
  const errorOf = (name: string) => faults[name] ?? (own ? undefined : told[name])
  const all = () => faultsIn(written(), { fields, urgent: conditions !== undefined, sentences: words.faults })

  const look = ({ target }: { target: EventTarget }, known: boolean) => {
    const { name, type } = target as HTMLInputElement
    if (!name || type === 'file' || (known ? !faults[name] : type === 'radio' || type === 'checkbox')) return
    setFaults(({ [name]: _, ...others }) => {
      const fault = all()[name]
      return fault ? { ...others, [name]: fault } : others
    })
  }
  const check = (event: FormEvent) => {
    const found = all()
    setFaults(found)
    const list = Object.entries(found).map(([id, text]) => named(id, text, labels))
    const held = uploads.busy ? words.filesBusy : uploads.failed ? words.filesFailed : null
    if (held) list.push({ id: 'attachmentIds', text: held })
    setOwn(list.length > 0 ? list : null)
    if (list.length > 0) event.preventDefault()
  }
  const there = state.status === 'refused' && state.why === 'cooldown' ? state.details : undefined

  return (
    <>
      {there ? (
        <AddInstead
          {...props.instead}
          found={there}
          text={asMessage(written(), fields, { yes: words.yes, no: words.no })}
          files={uploads.files.map(({ id }) => id)}
        />
      ) : null}
      <form
        ref={element}
        action={submit}
        onSubmit={check}
        onInput={(event) => {
          heard()
          look(event, true)
        }}
        onBlur={(event) => look(event, false)}
        noValidate={hydrated}
        className="grid gap-6"
      >
        <HiddenFields fields={props.hidden} />
        <input type="hidden" name="submissionKey" value={freshKey(made, state)} />
        {there ? null : <ErrorSummary title={words.summary[errors.length - 1] ?? ''} errors={errors} />}
        {errors.length > 0 && state.status !== 'idle' && !own ? <p className="-mt-3 text-14">{words.safe}</p> : null}
        <div key={round} className="grid gap-6">
          {asked && asked.preflight.length > 0 ? (
            <div className="rounded-card border border-hairline bg-surface p-4">
              <ChoiceGroup id="preflight" legend={words.preflight} hint={words.preflightHint}>
                <div className="-mt-1 grid">
                  {asked.preflight.map(({ key, text }) => (
                    <Choice
                      key={key}
                      name="preflight"
                      value={key}
                      label={text}
                      defaultChecked={listOf(written(), 'preflight').includes(key)}
                    />
                  ))}
                </div>
                <p className="text-14 text-ink-2">{words.stillFailing}</p>
              </ChoiceGroup>
            </div>
          ) : null}
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
                  name="condition"
                  value={value}
                  label={label}
                  hint={example}
                  required
                  defaultChecked={listOf(written(), 'condition')[0] === value}
                />
              ))}
            </ChoiceGroup>
          ) : null}
          {props.gate}
          {restored ? <p className="text-14 text-ink-2">{words.kept}</p> : null}
          <Field
            name="subject"
            label={words.subject}
            hint={words.subjectHint}
            error={errorOf('subject')}
            required
            minLength={SUBJECT.least}
            maxLength={SUBJECT.most}
            autoComplete="off"
            defaultValue={listOf(written(), 'subject')[0]}
          />
          <TextArea
            name="body"
            label={words.body}
            hint={words.bodyHint}
            error={errorOf('body')}
            required
            maxLength={BODY.most}
            rows={6}
            defaultValue={listOf(written(), 'body')[0]}
          />
          {fields.map((field) => {
            const isAsked = shown.includes(field.key)
            if (hydrated && !isAsked) return null
            const name = nameOf(field.key)
            return (
              // Without script every question is there, and the server decides which of them count.
              <div key={field.key} className={isAsked ? undefined : 'hidden noscript:block'}>
                <TopicField
                  field={field}
                  given={listOf(written(), name)}
                  asked={isAsked}
                  error={errorOf(name)}
                  words={words}
                />
              </div>
            )
          })}
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
        <div className="grid gap-1">
          <p className="font-medium">
            {words.files} <span className="font-normal text-ink-2">({words.optional})</span>
          </p>
          <p className="text-14 text-ink-2">{words.filesHint}</p>
          <FileUploader
            {...props.uploader}
            kept={props.files}
            onChange={setUploads}
            error={<FieldError id="attachmentIds" error={own ? undefined : told.attachmentIds} />}
          />
        </div>
        {props.children}
        <SubmitButton pending={words.sending} whenValid className="justify-self-start max-sm:w-full">
          {words.send}
        </SubmitButton>
        <DraftLine draft={draft} words={props.draftWords} follows />
      </form>
    </>
  )
}

/** Says which questions have come and gone when an answer changes them (4.1.3). */
function useChanges(shown: readonly string[], fields: readonly FieldView[], words: RequestFormWords): string {
  const [said, say] = useState('')
  const before = useRef(shown)
  useEffect(() => {
    const names = (keys: readonly string[]) =>
      fields
        .filter(({ key }) => keys.includes(key))
        .map(({ label }) => label)
        .join(', ')
    const come = names(shown.filter((key) => !before.current.includes(key)))
    const left = names(before.current.filter((key) => !shown.includes(key)))
    before.current = shown
    const parts = [come && fill(words.appeared, { fields: come }), left && fill(words.gone, { fields: left })]
    if (come || left) say(parts.filter(Boolean).join(' '))
  }, [shown, fields, words])
  return said
}

function labelsOf(words: RequestFormWords, form: FormView | null): Record<string, string> {
  const own = form?.fields.map(({ key, label }) => [nameOf(key), label] as const) ?? []
  return { subject: words.subject, body: words.body, attachmentIds: words.files, ...Object.fromEntries(own) }
}
