import type { WriteKind } from './desk-form-schema'

const channel = 'waybill:write'

/** Asks the box below the thread to be ready for writing this, from anywhere on the page. */
export function askToWrite(kind: WriteKind): void {
  window.dispatchEvent(new CustomEvent(channel, { detail: kind }))
}

/** Calls `ready` when somebody asks; answers how to stop. */
export function onAskToWrite(ready: (kind: WriteKind) => void): () => void {
  const heard = (event: Event) => ready((event as CustomEvent<WriteKind>).detail)
  window.addEventListener(channel, heard)
  return () => window.removeEventListener(channel, heard)
}
