'use client'

import { useEffect, useMemo, useRef } from 'react'

/** What a form holds by its fields' names. */
type Written = Record<string, string>

const prefix = 'draft:'

function read(key: string): Written | null {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + key) ?? 'null')
    return kept && typeof kept === 'object' ? kept : null
  } catch {
    return null // storage is off, full, or was tampered with: there is simply no draft
  }
}

function write(key: string, written: Written): void {
  try {
    if (Object.values(written).every((text) => text.trim() === '')) localStorage.removeItem(prefix + key)
    else localStorage.setItem(prefix + key, JSON.stringify(written))
  } catch {
    // as above
  }
}

/** What was kept under this name has been sent. */
export function forgetDraft(key: string): void {
  write(key, {})
}

/** Called with what is being written; `cancel` forgets what was not yet put away. */
export type KeepDraft = ((written: Written) => void) & { cancel: () => void }

/**
 * Keeps what is being written on this device, so that a closed tab or a session that ended costs nothing. `restore` is
 * called once with what was kept; keeping is cheap enough for each keystroke (it writes once a second).
 */
export function useDraft(key: string, restore: (written: Written) => void): KeepDraft {
  const first = useRef(restore)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const kept = read(key)
    if (kept) first.current(kept)
    return () => clearTimeout(timer.current)
  }, [key])
  return useMemo(() => {
    const cancel = () => clearTimeout(timer.current)
    const keep = (written: Written) => {
      cancel()
      timer.current = setTimeout(() => write(key, written), 1000)
    }
    return Object.assign(keep, { cancel })
  }, [key])
}
