'use client'

import {
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react'
import { FileUploader, noUploads, type UploaderProps, type UploadsState } from '@/components/attachments/file-uploader'
import { DraftLine, type DraftWords } from '@/components/form/draft-line'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type DraftServer, textOf, useDraft, type Written } from '@/components/form/use-draft'
import { type FormState, type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { problemsOf } from '@/components/tickets/form-state'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import type { FileView } from '@/lib/attachments/schema'
import { BODY } from '@/lib/tickets/schema'
import { type Heard, News } from './news'

export type WriteBoxWords = Record<
  'sending' | 'anyway' | 'summary' | 'safe' | 'lost' | 'filesBusy' | 'filesFailed' | 'news',
  string
>

/** Words and files put back into a box. */
export type Put = { body: string; files: readonly FileView[] }
export type WriteBoxHandle = { focus: () => void; put: (what: Put) => void }

type WriteBoxProps = {
  ref: Ref<WriteBoxHandle>
  /** Of the form; its text is `${id}-body`. */
  id: string
  action: KeptAction
  /** Fields that say whose, what, and (for a note) which kind. */
  hidden: Record<string, string>
  version: number
  /** What has been said so far, newest last: what is added while somebody writes is shown before it can be missed. */
  heard: readonly Heard[]
  /** `kept`: files that were sent with the draft before. */
  draft: { place: string; server: DraftServer; kept: readonly FileView[]; words: DraftWords }
  uploader: Omit<UploaderProps, 'onChange' | 'error' | 'id' | 'kept'>
  label: ReactNode
  hint: ReactNode
  send: ReactNode
  className: string
  areaClass?: string
  /** What is on its way is shown before the server has answered. */
  onSend?: (form: FormData) => void
  onAnswer: (state: FormState) => void
  words: WriteBoxWords
}

/**
 * One box of the desk with its draft and files. It is sent with the version that was on the page when its writer began;
 * when something has come in since, it is refused once, shows what, keeps the text, and offers to send it anyway.
 */
export function WriteBox(props: WriteBoxProps) {
  const { words, draft, version, heard, id } = props
  const [state, submit] = useKeptAction(props.action, words.lost)
  const [held, hold] = useState({ version, ids: new Set(heard.map((one) => one.id)) })
  const [uploads, setUploads] = useState<UploadsState>(noUploads)
  const [own, setOwn] = useState<readonly SummaryError[] | null>(null)
  const [files, setFiles] = useState<{ round: number; kept: readonly FileView[] }>({ round: 0, kept: draft.kept })
  const area = useRef<HTMLTextAreaElement>(null)
  const keep = useDraft(
    draft.place,
    (written, chosen) => {
      if (chosen || !area.current?.value) write(area.current, textOf(written, 'body'))
    },
    draft.server,
  )
  useImperativeHandle(props.ref, () => ({
    focus: () => area.current?.focus(),
    put: ({ body, files: kept }) => {
      const text = [area.current?.value.trim(), body].filter(Boolean).join('\n\n')
      write(area.current, text)
      keep({ body: text, attachmentIds: kept.map(({ id: file }) => file) })
      setFiles(({ round }) => ({ round: round + 1, kept }))
      area.current?.focus()
    },
  }))
  const written = useRef(keep)
  written.current = keep
  const changed = useCallback((next: UploadsState) => {
    setUploads((before) => {
      // What was there from the start is no change to keep.
      if (before.files.map(idOf).join() !== next.files.map(idOf).join() && before !== noUploads)
        written.current(writtenIn(area.current?.value ?? '', next))
      return next
    })
  }, [])
  const stale = state.status === 'refused' && state.why === 'changed_meanwhile'
  useEffect(() => {
    if (stale) hold(({ ids }) => ({ version, ids }))
  }, [stale, version])
  // A change that brought no words (she took it, say) leaves her nothing to miss.
  useEffect(() => {
    hold((before) =>
      before.version !== version && heard.every(({ id: one }) => before.ids.has(one)) ? { ...before, version } : before,
    )
  }, [version, heard])
  const answered = useRef(state)
  const { onAnswer } = props
  useEffect(() => {
    if (state === answered.current) return // the page was only asked for again
    answered.current = state
    onAnswer(state)
    if (state.status !== 'ok') return
    keep.drop()
    write(area.current, '')
    setFiles(({ round }) => ({ round: round + 1, kept: [] }))
    hold({ version, ids: new Set(heard.map((one) => one.id)) })
  }, [state, version, heard, keep.drop, onAnswer])
  const errors = useMemo(() => own ?? problemsOf(state).map(to(id)), [own, state, id])

  const check = (event: FormEvent<HTMLFormElement>) => {
    const fault = uploads.busy ? words.filesBusy : uploads.failed ? words.filesFailed : null
    setOwn(fault ? [{ id: `${id}-files`, text: fault }] : null)
    if (fault) event.preventDefault()
    else props.onSend?.(new FormData(event.currentTarget))
  }

  return (
    <form action={submit} onSubmit={check} id={id} className={props.className}>
      <HiddenFields fields={{ ...props.hidden, version: `${held.version}` }} />
      <ErrorSummary title={words.summary} errors={errors} />
      {errors.length > 0 && !own && !stale ? <p className="text-13">{words.safe}</p> : null}
      <News title={words.news} heard={heard.filter((one) => !held.ids.has(one.id))} />
      <TextArea
        ref={area}
        id={`${id}-body`}
        name="body"
        label={props.label}
        hint={props.hint}
        error={own || state.status !== 'invalid' ? undefined : state.fields.body}
        required
        maxLength={BODY.most}
        rows={4}
        className={props.areaClass}
        defaultValue={state.status === 'ok' ? undefined : state.written?.body}
        onInput={({ currentTarget }) => keep(writtenIn(currentTarget.value, uploads))}
        onKeyDown={sendWithEnter}
      />
      <DraftLine draft={keep} words={draft.words} fields={['body']} />
      <FileUploader key={files.round} id={`${id}-files`} kept={files.kept} {...props.uploader} onChange={changed} />
      <div className="flex justify-end">
        <SubmitButton pending={words.sending} whenValid className="max-sm:w-full">
          {stale ? words.anyway : props.send}
        </SubmitButton>
      </div>
    </form>
  )
}

const idOf = ({ id }: FileView) => id

function writtenIn(body: string, { files }: UploadsState): Written {
  return files.length > 0 ? { body, attachmentIds: files.map(idOf) } : { body }
}

/** The button looks again at what stands there. */
function write(area: HTMLTextAreaElement | null, text: string) {
  if (!area) return
  area.value = text
  area.form?.dispatchEvent(new Event('input'))
}

/** Control (or Command) and Enter send, as everywhere; Escape leaves the box for the keys of the desk. */
function sendWithEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) {
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }
  if (event.key === 'Escape') {
    event.stopPropagation()
    document.getElementById('ticket')?.focus()
  }
}

/** The faults of a form, where this box has its fields. */
function to(id: string) {
  const own: Record<string, string> = { body: `${id}-body`, content: `${id}-body`, attachmentIds: `${id}-files` }
  return (error: SummaryError): SummaryError => ({ ...error, id: own[error.id] ?? error.id })
}
