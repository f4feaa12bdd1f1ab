'use client'

import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { FileUploader, noUploads, type UploaderProps } from '@/components/attachments/file-uploader'
import { HiddenFields } from '@/components/form/hidden-fields'
import { forgetDraft, textOf, useDraft } from '@/components/form/use-draft'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { problemsOf } from '@/components/tickets/form-state'
import { ErrorSummary, type SummaryError } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { TabChoice } from '@/components/ui/tabs'
import { showToast } from '@/components/ui/toast'
import { BODY } from '@/lib/tickets/schema'
import { ByKind } from './by-kind'
import type { WriteKind } from './desk-form-schema'
import { type Heard, News } from './news'

export type DeskComposerWords = {
  legend: string
  tab: Record<WriteKind, string>
  label: Record<WriteKind, string>
  hint: Record<WriteKind, string>
  send: Record<WriteKind, string>
  sent: Record<WriteKind, string>
  sending: string
  summary: string
  safe: string
  lost: string
  filesBusy: string
  filesFailed: string
  news: string
}

type DeskComposerProps = {
  action: KeptAction
  /** Fields that say whose and what: marketplace, membershipId, ticketId. */
  hidden: Record<string, string>
  version: number
  /** What has been said so far, newest last: what is added while somebody writes is shown before it can be missed. */
  heard: readonly Heard[]
  kinds: readonly WriteKind[]
  draft: string
  uploader: Omit<UploaderProps, 'onChange' | 'error'>
  words: DeskComposerWords
}

const noteShape =
  'group-has-[[value=note]:checked]/write:border-2 group-has-[[value=note]:checked]/write:border-dashed ' +
  'group-has-[[value=note]:checked]/write:border-note group-has-[[value=note]:checked]/write:bg-note-soft'

/**
 * An agent's box: answer, question or internal note, the note in another shape. It is sent with the version that was
 * on the page when she began; when something has come in since, it is refused once, shows what, and keeps the text.
 */
export function DeskComposer(props: DeskComposerProps) {
  const { words, draft, kinds, version, heard } = props
  const [state, submit] = useKeptAction(props.action, words.lost)
  const [held, hold] = useState({ version, ids: new Set(heard.map(({ id }) => id)) })
  const [uploads, setUploads] = useState(noUploads)
  const [own, setOwn] = useState<readonly SummaryError[] | null>(null)
  const [round, setRound] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const asked = useRef<WriteKind>('answer')
  const keep = useDraft(draft, (written) => {
    if (!area.current || area.current.value) return
    area.current.value = textOf(written, 'body')
    area.current.form?.dispatchEvent(new Event('input'))
  })
  const stale = state.status === 'refused' && state.why === 'changed_meanwhile'
  useEffect(() => {
    if (stale) hold(({ ids }) => ({ version, ids }))
  }, [stale, version])
  const answered = useRef(state)
  useEffect(() => {
    if (state === answered.current) return // the page was only asked for again
    answered.current = state
    if (state.status !== 'ok') return
    setRound((number) => number + 1)
    keep.cancel()
    forgetDraft(draft)
    area.current?.form?.reset()
    hold({ version, ids: new Set(heard.map(({ id }) => id)) })
    showToast({ text: words.sent[asked.current] })
  }, [state, version, heard, draft, keep.cancel, words.sent])
  const errors = useMemo(() => own ?? problemsOf(state), [own, state])

  const check = (event: FormEvent<HTMLFormElement>) => {
    asked.current = (new FormData(event.currentTarget).get('kind') as WriteKind | null) ?? 'answer'
    const fault = uploads.busy ? words.filesBusy : uploads.failed ? words.filesFailed : null
    setOwn(fault ? [{ id: 'attachmentIds', text: fault }] : null)
    if (fault) event.preventDefault()
  }

  return (
    <form action={submit} onSubmit={check} id="write" className="group/write grid gap-3">
      <HiddenFields fields={{ ...props.hidden, version: `${held.version}` }} />
      <ErrorSummary title={words.summary} errors={errors} />
      {errors.length > 0 && !own && !stale ? <p className="text-13">{words.safe}</p> : null}
      <News title={words.news} heard={heard.filter(({ id }) => !held.ids.has(id))} />
      <TabChoice
        name="kind"
        legend={words.legend}
        options={kinds.map((kind) => ({ value: kind, label: words.tab[kind] }))}
        defaultValue={state.written?.kind}
      />
      <TextArea
        ref={area}
        name="body"
        label={<ByKind of={words.label} kinds={kinds} />}
        hint={<ByKind of={words.hint} kinds={kinds} />}
        error={own || state.status !== 'invalid' ? undefined : state.fields.body}
        required
        maxLength={BODY.most}
        rows={4}
        className={noteShape}
        defaultValue={state.status === 'ok' ? undefined : state.written?.body}
        onInput={({ currentTarget }) => keep({ body: currentTarget.value })}
      />
      <FileUploader key={round} {...props.uploader} onChange={setUploads} />
      <div className="flex justify-end">
        <SubmitButton pending={words.sending} whenValid className="max-sm:w-full">
          <ByKind of={words.send} kinds={kinds} />
        </SubmitButton>
      </div>
    </form>
  )
}
