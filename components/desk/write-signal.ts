import type { WriteKind } from './desk-form-schema'

type Ready = (kind: WriteKind) => void

/** The box that listens; and what was asked while a page was still coming and none did. */
let listening: Ready | null = null
let waiting: WriteKind | null = null

/** Asks the box below the thread to be ready for writing this, from anywhere on the page. */
export function askToWrite(kind: WriteKind): void {
  if (listening) listening(kind)
  else waiting = kind
}

/** Calls `ready` when somebody asks, or has just asked; answers how to stop. */
export function onAskToWrite(ready: Ready): () => void {
  listening = ready
  if (waiting) ready(waiting)
  waiting = null
  return () => {
    if (listening === ready) listening = null
  }
}
