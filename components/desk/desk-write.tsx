'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { UploaderProps } from '@/components/attachments/file-uploader'
import type { DraftWords } from '@/components/form/draft-line'
import type { DraftServer } from '@/components/form/use-draft'
import type { FormState, KeptAction } from '@/components/form/use-kept-action'
import { TabChoice } from '@/components/ui/tabs'
import { showToast } from '@/components/ui/toast'
import type { FileView } from '@/lib/attachments/schema'
import { ByKind } from './by-kind'
import type { WriteKind } from './desk-form-schema'
import { Dashed, HeldAnswer, type HeldOnPage, type HeldWords, type Pending } from './held-answer'
import type { Heard } from './news'
import { WriteBox, type WriteBoxHandle, type WriteBoxWords } from './write-box'
import { onAskToWrite } from './write-signal'

export type DeskWriteWords = {
  legend: string
  noted: string
  tab: Record<WriteKind, string>
  label: Record<WriteKind, string>
  hint: Record<WriteKind, string>
  send: Record<WriteKind, string>
  box: WriteBoxWords
  held: HeldWords
  draft: DraftWords
}

type DeskWriteProps = {
  actions: { write: KeptAction; undo: KeptAction; drop: KeptAction }
  /** Fields that say whose and what: marketplace, membershipId, ticketId. */
  hidden: Record<string, string>
  version: number
  heard: readonly Heard[]
  kinds: readonly WriteKind[]
  held: HeldOnPage | null
  heldFiles: readonly FileView[]
  /** The reader, as her own words are signed. */
  name: string
  drafts: Record<'answer' | 'note', { place: string; server: DraftServer; kept: readonly FileView[] }>
  uploader: Omit<UploaderProps, 'onChange' | 'error' | 'id' | 'kept'>
  words: DeskWriteWords
}

const outward = ['answer', 'ask', 'try_this'] as const
const noteShape = 'border-2 border-dashed border-note bg-note-soft!'
/** One of the two boxes stands, as the tabs say; a note never shares its words with what a partner will read. */
const shown = {
  out: 'grid gap-3 group-has-[[value=note]:checked]/write:hidden',
  note: 'hidden gap-3 group-has-[[value=note]:checked]/write:grid',
}

/** Below the thread: what is about to leave, and the boxes for what is said to the partner and among colleagues. */
export function DeskWrite(props: DeskWriteProps) {
  const { words, kinds, actions, hidden, held } = props
  const out = useRef<WriteBoxHandle>(null)
  const note = useRef<WriteBoxHandle>(null)
  const section = useRef<HTMLElement>(null)
  const [pending, setPending] = useState<Pending | null>(null)
  const says = outward.filter((kind) => kinds.includes(kind))

  const choose = useCallback((kind: WriteKind) => {
    const radio = section.current?.querySelector<HTMLInputElement>(`input[name=kind][value=${kind}]`)
    if (radio) radio.checked = true
    const box = kind === 'note' ? note : out
    box.current?.focus()
  }, [])
  useEffect(
    () =>
      onAskToWrite((kind) => {
        const writes = section.current?.querySelector<HTMLInputElement>('input[name=kind]:checked')?.value
        // "Answer" while she asks or suggests something is the box she is in already.
        choose(kind === 'answer' && writes && writes !== 'note' ? (writes as WriteKind) : kind)
      }),
    [choose],
  )
  const answered = useCallback((state: FormState) => {
    setPending(null)
    const kind = state.status === 'ok' || state.status === 'idle' ? undefined : state.written?.kind
    // A form that was not taken is reset by React, and its tab with it.
    const radio = kind && section.current?.querySelector<HTMLInputElement>(`input[name=kind][value=${kind}]`)
    if (radio) radio.checked = true
  }, [])
  const kept = useCallback(
    (state: FormState) => {
      if (state.status === 'ok') showToast({ text: words.noted })
    },
    [words.noted],
  )
  const back = (given: HeldOnPage) => {
    choose(given.kind)
    out.current?.put({ body: given.body, files: props.heldFiles })
  }

  return (
    <>
      {held || pending ? (
        <div className="px-5 pb-6">
          {held ? (
            <HeldAnswer
              key={held.id}
              held={held}
              hidden={hidden}
              undo={actions.undo}
              drop={actions.drop}
              onBack={back}
              words={words.held}
            />
          ) : pending ? (
            <Dashed name={props.name} body={pending.body} about={words.held.sending} />
          ) : null}
        </div>
      ) : null}
      <section
        ref={section}
        aria-label={words.legend}
        className="group/write grid gap-3 border-hairline border-t bg-canvas p-5"
      >
        <TabChoice
          key={kinds.join()}
          name="kind"
          form="write"
          legend={words.legend}
          options={kinds.map((kind) => ({ value: kind, label: words.tab[kind] }))}
        />
        {says.length > 0 ? (
          <WriteBox
            ref={out}
            id="write"
            action={actions.write}
            hidden={hidden}
            version={props.version}
            heard={props.heard}
            draft={{ ...props.drafts.answer, words: words.draft }}
            uploader={props.uploader}
            label={<ByKind of={words.label} kinds={says} />}
            hint={<ByKind of={words.hint} kinds={says} />}
            send={<ByKind of={words.send} kinds={says} />}
            className={shown.out}
            onSend={(form) => setPending({ kind: form.get('kind') as Pending['kind'], body: `${form.get('body')}` })}
            onAnswer={answered}
            words={words.box}
          />
        ) : null}
        {kinds.includes('note') ? (
          <WriteBox
            ref={note}
            id="note"
            action={actions.write}
            hidden={{ ...hidden, kind: 'note' }}
            version={props.version}
            heard={[]}
            draft={{ ...props.drafts.note, words: words.draft }}
            uploader={props.uploader}
            label={words.label.note}
            hint={words.hint.note}
            send={words.send.note}
            className={shown.note}
            areaClass={noteShape}
            onAnswer={kept}
            words={words.box}
          />
        ) : null}
      </section>
    </>
  )
}
