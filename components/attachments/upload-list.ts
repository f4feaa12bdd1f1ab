'use client'

import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { FileView } from '@/lib/attachments/schema'
import { sendFile, withdrawFile } from './send-file'

/** One file on its way: waiting, being sent, there (`view`), or not sent and why. */
export type Upload = {
  key: number
  name: string
  size: number
  /** Its bytes; one that was sent before the page was loaded has none here. */
  file?: File
  state: 'waiting' | 'sending' | 'there' | 'failed'
  percent: number
  view?: FileView
  fault?: string
  /** Whether sending the same bytes again may end otherwise. */
  again?: boolean
}

type Change =
  | { act: 'add'; uploads: Upload[] }
  | { act: 'remove'; key: number }
  | { act: 'set'; key: number; to: Partial<Upload> }
  | { act: 'clear' }

function changed(list: readonly Upload[], change: Change): readonly Upload[] {
  if (change.act === 'add') return [...list, ...change.uploads]
  if (change.act === 'clear') return []
  if (change.act === 'remove') return list.filter(({ key }) => key !== change.key)
  return list.map((upload) => (upload.key === change.key ? { ...upload, ...change.to } : upload))
}

/** Sent side by side; more would only slow each other down on a phone. */
const AT_ONCE = 2

type Told = { sent: (name: string) => void; faultOf: (fault: 'connection' | 'server') => string }

/** The files of one message: added, sent a few at a time, tried again, removed. `kept` were sent earlier. */
export function useUploads(address: string, kept: readonly FileView[], told: Told) {
  const [uploads, change] = useReducer(changed, kept, (files): readonly Upload[] =>
    files.map((view, index) => ({
      key: -index - 1,
      name: view.name,
      size: view.bytes,
      state: 'there',
      percent: 100,
      view,
    })),
  )
  const stops = useRef(new Map<number, () => void>())
  const next = useRef(1)
  const say = useRef(told)
  say.current = told

  const start = useCallback(
    async ({ key, file }: Upload) => {
      if (!file) return
      change({ act: 'set', key, to: { state: 'sending', percent: 0, fault: undefined } })
      const { done, stop } = sendFile(address, file, (percent) => change({ act: 'set', key, to: { percent } }))
      stops.current.set(key, stop)
      const ended = await done
      stops.current.delete(key)
      if (ended.ok) {
        change({ act: 'set', key, to: { state: 'there', percent: 100, view: ended.file } })
        say.current.sent(file.name)
      } else if (ended.fault !== 'cancelled') {
        const fault = ended.fault === 'refused' ? ended.told : say.current.faultOf(ended.fault)
        change({ act: 'set', key, to: { state: 'failed', fault, again: ended.fault !== 'refused' } })
      }
    },
    [address],
  )

  useEffect(() => {
    const free = AT_ONCE - uploads.filter(({ state }) => state === 'sending').length
    for (const upload of uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, free)))
      void start(upload)
  }, [uploads, start])

  const add = (files: readonly { file: File; fault?: string }[]) =>
    change({
      act: 'add',
      uploads: files.map(({ file, fault }) => ({
        key: next.current++,
        name: file.name,
        size: file.size,
        file,
        state: fault ? 'failed' : 'waiting',
        percent: 0,
        fault,
      })),
    })
  const remove = (key: number) => {
    stops.current.get(key)?.()
    const view = uploads.find((upload) => upload.key === key)?.view
    if (view) withdrawFile(address, view.id)
    change({ act: 'remove', key })
  }
  const retry = (key: number) => change({ act: 'set', key, to: { state: 'waiting', fault: undefined } })
  return { uploads, add, remove, retry }
}
