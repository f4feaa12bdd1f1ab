import { isBlank, sameWritten, type Written } from '@/lib/drafts/schema'

/** A draft on this device. `dirty`: the server has not got it yet; `sent`: it is over, but the server may not know. */
export type Kept = { written: Written; version: number; dirty: boolean; sent?: boolean }

/** A draft on the server. */
export type Brought = { written: Written; version: number }

export type Choice = {
  /** What the form shows; null: nothing was kept. */
  show: Written | null
  /** The version that the next save is written over. */
  version: number
  /** Another text that is just as good: the person decides. */
  theirs: Brought | null
  /** Whether the server has to be told: of a text it lacks, or that this was sent. */
  due: 'save' | 'drop' | null
}

/** Which text to go on with when a page opens: the device's or the server's. Nothing that was typed is thrown away. */
export function chooseText(here: Kept | null, there: Brought | null): Choice {
  if (!here) return there ? shown(there) : { show: null, version: 0, theirs: null, due: null }
  if (here.sent) {
    if (there && there.version > here.version) return shown(there)
    return { show: null, version: here.version, theirs: null, due: there ? 'drop' : null }
  }
  const mine = { show: here.written, version: here.version, theirs: null, due: 'save' } as const
  // Clean here and gone there: it was sent from another device.
  if (!there) return here.dirty ? mine : { ...mine, show: null, due: null }
  if (!here.dirty || isBlank(here.written) || sameWritten(here.written, there.written)) return shown(there)
  if (there.version === here.version) return mine
  return isBlank(there.written) ? { ...mine, version: there.version } : { ...mine, theirs: there, due: null }
}

function shown({ written, version }: Brought): Choice {
  return { show: isBlank(written) ? null : written, version, theirs: null, due: null }
}
