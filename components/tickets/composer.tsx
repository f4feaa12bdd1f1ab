'use client'

import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { FileUploader, noUploads, type UploaderProps } from '@/components/attachments/file-uploader'
import { DraftLine, type DraftWords } from '@/components/form/draft-line'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type DraftServer, textOf, useDraft } from '@/components/form/use-draft'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { freshKey, problemsOf } from './form-state'

export type ComposerWords = {
  label: string
  hint: string
  send: string
  sending: string
  summary: string
  safe: string
  lost: string
  filesBusy: string
  filesFailed: string
}

type ComposerProps = {
  action: KeptAction
  /** Fields that say whose and what: marketplace, membershipId, ticketId. */
  hidden: Record<string, string>
  /** Made with the page: however often this form arrives, it says it once. */
  submissionKey: string
  /** Where unsent text is kept, on this device and on the server. */
  draft: string
  server: DraftServer
  draftWords: DraftWords
  uploader: Omit<UploaderProps, 'onChange' | 'error'>
  words: ComposerWords
  /** A fix was to be tried: two buttons that say so, and the text may then stay empty (002-08). */
  verdict?: { works: string; doesNot: string }
  /** Characters of the text. */
  most: number
}

/** The partner's message with files in a thread (003-27). What is written is kept until it has been sent. */
export function Composer(props: ComposerProps) {
  const { words, verdict } = props
  const [state, submit] = useKeptAction(props.action, words.lost)
  const [made] = useState(props.submissionKey)
  const [uploads, setUploads] = useState(noUploads)
  const [own, setOwn] = useState<readonly SummaryError[] | null>(null)
  const [round, setRound] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const keep = useDraft(
    props.draft,
    (written, chosen) => {
      if (!area.current || (area.current.value && !chosen)) return
      area.current.value = textOf(written, 'body')
      area.current.form?.dispatchEvent(new Event('input'))
    },
    props.server,
  )
  const { drop } = keep
  useEffect(() => {
    if (state.status !== 'ok') return
    setRound((number) => number + 1)
    drop()
  }, [state, drop])
  const errors = useMemo(() => own ?? problemsOf(state, { body: words.label }), [own, state, words.label])
  const told = state.status === 'invalid' ? state.fields.body : undefined

  const check = (event: FormEvent) => {
    const held = uploads.busy ? words.filesBusy : uploads.failed ? words.filesFailed : null
    setOwn(held ? [{ id: 'attachmentIds', text: held }] : null)
    if (held) event.preventDefault()
  }

  return (
    <form action={submit} onSubmit={check} className="grid gap-3">
      <HiddenFields fields={props.hidden} />
      <input type="hidden" name="submissionKey" value={freshKey(made, state)} />
      <ErrorSummary title={words.summary} errors={errors} />
      {errors.length > 0 && !own ? <p className="text-14">{words.safe}</p> : null}
      <TextArea
        ref={area}
        name="body"
        label={words.label}
        hint={words.hint}
        error={own ? undefined : told}
        required={!verdict && uploads.files.length === 0}
        maxLength={props.most}
        rows={4}
        defaultValue={state.status === 'ok' ? undefined : state.written?.body}
        onInput={({ currentTarget }) => keep({ body: currentTarget.value })}
      />
      <DraftLine draft={keep} words={props.draftWords} fields={['body']} />
      <FileUploader key={round} {...props.uploader} onChange={setUploads} />
      <div className="flex flex-wrap gap-2">
        {verdict ? (
          <>
            <Verdict value="works" pending={words.sending} label={verdict.works} />
            <Verdict value="does_not" pending={words.sending} label={verdict.doesNot} />
          </>
        ) : null}
        <SubmitButton look={verdict ? 'quiet' : 'primary'} pending={words.sending} whenValid className="max-sm:w-full">
          {words.send}
        </SubmitButton>
      </div>
    </form>
  )
}

function Verdict({ value, pending, label }: { value: 'works' | 'does_not'; pending: string; label: string }) {
  return (
    <SubmitButton
      name="verdict"
      value={value}
      formNoValidate
      look={value === 'works' ? 'primary' : 'secondary'}
      pending={pending}
      className="max-sm:w-full"
    >
      {label}
    </SubmitButton>
  )
}
