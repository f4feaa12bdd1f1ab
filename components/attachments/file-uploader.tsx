'use client'

import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { buttonClasses } from '@/components/ui/button-classes'
import { classes } from '@/components/ui/classes'
import { FileChip } from '@/components/ui/file-chip'
import { CloseIcon, PlusIcon } from '@/components/ui/icons'
import { accepted, type FileView } from '@/lib/attachments/schema'
import { fill } from '@/lib/i18n/fill'
import { formatsFor } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { type EarlyFaults, refuseEarly, type UploadLimits } from './refuse-early'
import { type Upload, useUploads } from './upload-list'

/** Patterns hold {name} and {percent}; all are made by `uploaderWords` on the server. */
export type UploaderWords = EarlyFaults & {
  label: string
  add: string
  camera: string
  kept: string
  drop: string
  dropNow: string
  limits: string
  types: string
  noScript: string
  waiting: string
  sent: string
  failed: string
  percent: string
  sending: string
  remove: string
  retry: string
  sentSay: string
  removedSay: string
  connection: string
  server: string
}

export type UploaderProps = {
  /** Of the field, where a page has more than one. */
  id?: string
  /** Where a file goes: `/nova/api/uploads?membershipId=…`. */
  address: string
  limits: UploadLimits
  locale: Locale
  words: UploaderWords
  /** Sent earlier for this very message, and kept with its draft. */
  kept?: readonly FileView[]
  /** What is on its way or has failed: a form that would lose a file waits. */
  onChange?: (state: UploadsState) => void
  error?: ReactNode
}

/** `files` are those that have arrived. */
export type UploadsState = { busy: boolean; failed: boolean; files: readonly FileView[] }
export const noUploads: UploadsState = { busy: false, failed: false, files: [] }

const tones = { waiting: 'busy', sending: 'busy', there: 'good', failed: 'bad' } as const

/**
 * Files of a message (003-11, 003-12): the plus button, drag and drop, or paste; each with its own progress, retry and
 * removal. What has arrived is in hidden fields `attachmentIds` of the form around it.
 */
export function FileUploader(props: UploaderProps) {
  const { id = 'attachmentIds', address, limits, locale, words, kept = [], onChange, error } = props
  const [said, say] = useState('')
  const { uploads, add, remove, retry } = useUploads(address, kept, {
    sent: (name) => say(fill(words.sentSay, { name })),
    faultOf: (fault) => words[fault],
  })
  const box = useRef<HTMLFieldSetElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: Iterable<File>) => {
    const counted = uploads.filter(({ state }) => state !== 'failed').map(({ size }) => size)
    add(refuseEarly([...files], counted, limits, words))
  }
  const over = useDropAndPaste(box, take)
  const busy = uploads.some(({ state }) => state === 'waiting' || state === 'sending')
  const failed = uploads.some(({ state }) => state === 'failed')
  // The list itself changes with every percent; what has arrived only when something arrives or goes.
  const arrived = uploads.flatMap(({ view }) => view ?? [])
  const latest = useRef(arrived)
  latest.current = arrived
  const ids = arrived.map(({ id }) => id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ids` stands for the files
  useEffect(() => onChange?.({ busy, failed, files: latest.current }), [onChange, busy, failed, ids])

  return (
    <fieldset
      ref={box}
      id={id}
      tabIndex={-1}
      aria-label={words.label}
      className={classes(
        'grid gap-3 rounded-card border border-control border-dashed p-3.5 desk:gap-1.5 desk:p-2',
        over && 'border-brand bg-brand-soft',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <button type="button" className={buttonClasses()} onClick={() => input.current?.click()}>
          <PlusIcon className="size-4" /> {words.add}
        </button>
        <input
          ref={input}
          type="file"
          multiple
          accept={accepted}
          hidden
          aria-label={words.add}
          onChange={({ currentTarget }) => {
            take(currentTarget.files ?? [])
            currentTarget.value = ''
          }}
        />
        <label className={classes(buttonClasses(), 'cursor-pointer pointer-fine:hidden')}>
          {words.camera}
          <input
            type="file"
            accept="image/*,video/*"
            capture="environment"
            className="sr-only"
            onChange={({ currentTarget }) => {
              take(currentTarget.files ?? [])
              currentTarget.value = ''
            }}
          />
        </label>
        <p className="min-w-0 flex-1 basis-48 text-14 text-ink-2 pointer-coarse:hidden">
          {over ? words.dropNow : words.drop}
        </p>
      </div>
      {uploads.length > 0 ? (
        <ul className="grid gap-2">
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              locale={locale}
              words={words}
              remove={() => {
                remove(upload.key)
                say(fill(words.removedSay, { name: upload.name }))
              }}
              retry={upload.again ? () => retry(upload.key) : undefined}
            />
          ))}
        </ul>
      ) : null}
      <p className="text-13 text-ink-2">
        {words.limits}. {words.types}.
      </p>
      {error}
      <noscript>
        <p className="text-14">{words.noScript}</p>
      </noscript>
      <span role="status" className="sr-only">
        {said}
      </span>
    </fieldset>
  )
}

type RowProps = { upload: Upload; locale: Locale; words: UploaderWords; remove: () => void; retry?: () => void }

function UploadRow({ upload, locale, words, remove, retry }: RowProps) {
  const { name, size, state, percent, view, fault } = upload
  const word = {
    waiting: words.waiting,
    sending: fill(words.percent, { percent }),
    there: upload.file ? words.sent : words.kept,
    failed: words.failed,
  }[state]
  return (
    <li className="grid gap-1">
      <FileChip
        name={name}
        size={formatsFor(locale, 'UTC').bytes(size)}
        state={{ word, tone: tones[state] }}
        progress={state === 'sending' ? { percent, label: fill(words.sending, { name }) } : undefined}
        action={
          <button
            type="button"
            onClick={remove}
            aria-label={fill(words.remove, { name })}
            title={fill(words.remove, { name })}
            className={classes(buttonClasses('quiet'), '-mr-2.5 px-0')}
          >
            <CloseIcon className="size-4" />
          </button>
        }
      />
      {fault ? (
        <p className="flex flex-wrap items-center gap-x-3 text-14 text-status-urgent">
          {fault}
          {retry ? (
            <button type="button" onClick={retry} className="min-h-8 font-medium underline underline-offset-3">
              {words.retry}
            </button>
          ) : null}
        </p>
      ) : null}
      {view ? <input type="hidden" name="attachmentIds" value={view.id} /> : null}
    </li>
  )
}

/** Takes files that are dropped on the box or pasted anywhere in its form; tells whether some hang over the box. */
function useDropAndPaste(box: { current: HTMLElement | null }, take: (files: Iterable<File>) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const area = box.current
    const form = area?.closest('form')
    if (!area || !form) return
    const carries = (event: Event) => (event as unknown as DragEvent).dataTransfer?.types.includes('Files') ?? false
    const hang = (event: Event) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = () => setOver(false)
    const drop = (event: Event) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(false)
      latest.current((event as unknown as DragEvent).dataTransfer.files)
    }
    const paste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files
      if (!files?.length) return
      event.preventDefault()
      latest.current(files)
    }
    area.addEventListener('dragover', hang)
    area.addEventListener('dragleave', leave)
    area.addEventListener('drop', drop)
    form.addEventListener('paste', paste)
    return () => {
      area.removeEventListener('dragover', hang)
      area.removeEventListener('dragleave', leave)
      area.removeEventListener('drop', drop)
      form.removeEventListener('paste', paste)
    }
  }, [box])
  return over
}
